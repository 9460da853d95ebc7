"""Kinds of words that tell together what a statement is about, where neither tells it alone."""

from functools import lru_cache

#: Kinds of words, as lemmas or forms; a star stands for any ending.
_KINDS: dict[str, str] = {
    # more of them, or enough of them
    "more": "mer fler flera antal antalet tillräcklig tillräckligt nog brist öka ökad anställ anställa anställas anställda anställer nyanställa rekrytera rekryteras rekrytering bemanna bemannas bemanning förstärka förstärks utöka dubbelt",
    # those who work in care and in its offices
    "staff": "personal personal* nattpersonal omsorgspersonal vårdpersonal vårdutbildad vårdutbildat undersköterska undersköterskor undersköterske* vårdbiträde handläggare biståndshandläggare lss-handläggare socialsekreterare handlägga medarbetare kollega kollegor arbetspass grundbemanning bemanning personaltäthet nattbemanning chef chefer mellanchef mellanchefer familjehemssekreterare barnsekreterare familjesekreterare",
    # its conditions
    "conditions": "arbetskläder arbetsklä* arbetssko* arbetstid* arbetsbörd* arbetsbelastn* arbetsmilj* arbetsförhåll* arbetsvillkor* schema scheman schemat körschema* minutschema* minutstyr* tidsstyrn* tidspress* stoppur stress stressen delade-turer timvikarie* vikarie vikarier vikarierna inhoppare sommarvikarie* sommarjobbare inskolning* introduktion* handledning* fortbild* vidareutbild* lön lönen löner löne* heltid heltider skor sjukfrånvaro* karensdag* arbetspass* raster övertid*",
    "care": "hemtjänst hemtjänst* äldreomsorg äldreomsorg* äldreboende äldreboenden äldreboendet äldreboendena äldrevård* äldresida* omsorg omsorgen omsorgs* demensboende* lss lss-* gruppbost* gruppboend* demenssjuk* dementa",
    # who works there
    "hands": "jobbar händer folk",
    # how one feels
    "feel": "må mår mådde",
    "badly": "dåligt illa sämre kasst uselt",
    # money for others
    "funds": "bidrag* pengar pengarna peng medel anslag anslag* finansier* avtal avtalet miljon miljoner krona kronor stöd stödet ersättning* resurser budget budgeten partnerskap iop fleråri* långsiktig långsiktigt verksamhetsbidrag* verksamhetsstöd föreningsbidrag*",
    # homes to be built
    "supply": "renovera renoveras renovering ersättas nybyggda bygga bygg byggs byggas bygger byggande bygge bygga* fler flera ny nya nytt starta startas öppna öppnas inrätta inrättas skapa skapas tillskapa uppföra uppförs uppföras utöka utökas utbyggnad utbyggd öka ökar ökat antal antalet planera planeras planering plan planer brist bristen utbud utbudet behov kö köer kön rusta rustas upprustning ersätta byta byts nybygg* etablera etableras ligga placera placeras bostadsområde bostadsområden trapphus område områden tillgång",
    "society": "samhälle samhället samhällets samhällelig det-allmänna offentliga",
    "help": "hjälp hjälpen hjälpa hjälper stöd stödet stödja stödjer stötta ställa träda gripa fånga fångar finnas ansvar skyddsnät skydd tryggt trygghet",
    "apply": "ansöka ansöker ansökan ansökningar ansökt ansökning sökande",
    "decide": "handläggare handläggaren handläggarna handläggning handläggningen pröva prövas prövar beslut besluta beslutet beslutas behandlas bedömas",
    # what else a good life is made of, beside work and studies
    "sphere": "vän vänner vännerna gemenskap gemenskapen umgänge sammanhang sammanhanget fritid fritiden kamrat kamrater föreningsliv kulturliv nöjen",
    # homes that stand already
    "upkeep": "brand* sprinkler* utrymning* driva drivs drivas drift driften sköta sköts skötas privatisera privatiseras privatisering privatiseringar entreprenad reservkraft*",
    # the one beside whom nobody is safe, and what he does
    "partner": "partner partnern partners expartner exmake exman make maken mannen pojkvän pojkvännen sambo sambon",
    "threat": "slår slagen slagna slog hotar hotas hotad hotade förföljer förföljs förföljd misshandlar misshandlas misshandlad flyr fly flytt rädd rädda blåmärke* knytnäve* svartsjuk* kontrollerar",
    # those whom illness or unemployment keeps from work, and what they live on
    "insured": "sjuk sjuke sjuka sjukskriven sjukskrivna arbetslös arbetslöse arbetslösa jobbet arbetsskadad",
    "payment": "ersättning ersättningen systemet system trygghetssystem försäkring försäkringen försäkringar fuskar fusk fuskare fuskarna procent a-kassa sjukpenning karens",
    # groups in preschools, and fewer in them
    "fewer": "färre mindre minska minskas högst max tak taket halvera halveras små",
    "cases": "ärende* barnärende* klient klienter",
    "groups": "förskolegrupp* barngrupp* förskolegruppen",
    # complaints, and of what
    "complaint": "klagomål klaga missnöjd missnöjda",
    # the social services as an office, and how to reach them
    "office": "socialtjänst* socialkontor* socialförvaltning* socialen",
    "reach": "öppen öppet öppettider telefonnummer tillgänglig tillgängligt tillgängligare kötid kötider svarstid*",
    # what belongs to none of the themes
    "other": "buss* simma simning simhallen badet bad borr borrmaskin begagnat begagnade bilderna tavlan skolbespisningsmat leksak leksaker bensin bensinen diesel tjänsteres* solceller möbler matsedel* veckomat* rött grönsak* baljväxt* mejeri* slöjd* energi elpris* elräkning* värmepump* vindmöll* sjukhus sjukhuset sjukhusen operera* höft* remiss* akuten akutmottagning* vårdval* vårdköer vårdkön läkartid* ambulans* tandläkar* vaccin* cancer* regionbildning* storregion* arvode arvoden fullmäktigebeslut medborgarförslag* folkomröst* e-petition* kommunalråd* budgetunderskott* amortera* internet mobiltäckning* älg* bonde bönder lantbruk* jordbruk* kor djurskydd* djurhållning* katter hundar* ridhus* skidspår* elljusspår* friluft* fotbollsplan* isbana* teater teatern konsert* kulturhus* festplats* torghandel* skylt* belysta-stigar vattenkraft* vätgas* biogas* biltrafik* bilism* bilar bilen elcykl* cykel cyklar cykla cyklister fotgängare rondell* korsning* bro bron broar kaj kajen hamnen tunnelbana* spårväg* spårvagn* pendeltåg* pendelpark* station stationen resecentrum perrong* sopkärl* nedskräpning* papperskorg* blomm* rabatter allé* park- gräsmatt* gift gifter gifterna giftfri giftfria plasten plast pfas bin fjärilar träd tallskog* konstgräs* laddinfra* övergångsställ* eldriv* elbil* fossilfri* vinster råvaror råvara knäoperation* tandvård tandvården vårdcentral vårdcentralen läkare parkering parkeringar butik butiker centrumutveckl* fiske* motorväg* förbifart* energieffektiv* solenergi solkraft sopsorter* källsorter* matsvinn klimatsmart* miljökrav* klimatkrav* reparation* prylar park parker parken stadspark* lekplats* buss bussar bussen bussarna busslinje* busskort* kollektivtrafik* tåg tågen järnväg* cykelbana* cykelväg* cykelställ* gångväg* vägar vägnät* riksväg* trafik trafiken trafiks* hastighet* klimat* utsläpp* koldioxid* solcell* solpanel* solel vindkraft* kärnkraft* laddstolp* laddplats* fiber fibern bredband* kött köttet ekologisk* närproducera* närodla* vegetarisk* vegansk* storkök* skogsbruk gammelskog* naturreservat* reservat reservaten åkermark* våtmark* myrar flygplats* återbruk* återvinn* avfall* sopor sophämt* simhall* badhus* badplats* ishall* museum museet konst konsten konstsamling* konstverk* tavla tavlor skatt skatten skattesats* kommunalskatt* skattehöj* skattesänk* vårdgaranti* operation* vårdkö* patient patienten patienter patienterna sjukvårdsregion* detaljplan* bygglov* va-* elnät* fossil* hållbarhet* miljömål* miljögift* kemikalie* hormonstöra* biologisk mångfald gödsel båtliv* småbåtshamn* parkeringsplats* parkeringsavgift* centrumhandel* företagsklimat* småföretag* turism* besöksnäring* evenemang* festival* asfalt* snöröjning* plogning* gatubelägg* vattenskydd* dricksvatten* reningsverk* jakt vargen strandskydd* bruksfoto*",
}  # fmt: skip


def _split(text: str) -> tuple[frozenset[str], tuple[str, ...]]:
    entries = text.split()
    starts = tuple(e[:-1] for e in entries if e.endswith("*"))
    return frozenset(e for e in entries if not e.endswith("*")), starts


_SPLIT = {kind: _split(text) for kind, text in _KINDS.items()}


@lru_cache(maxsize=1 << 14)
def affairs(text: str, lemma: str) -> frozenset[str]:
    """Return the kinds of a word."""
    return frozenset(
        kind
        for kind, (whole, starts) in _SPLIT.items()
        if text in whole or lemma in whole or (starts and text.startswith(starts))
    )


#: Themes that words of two kinds in one sentence show, each at the word of the second kind.
TOGETHER: tuple[tuple[str, str, str], ...] = (
    ("more", "staff", "personal-och-organisation"),
    ("care", "conditions", "personal-och-organisation"),
    ("care", "hands", "personal-och-organisation"),
    ("feel", "badly", "psykisk-halsa"),
    ("society", "help", "ekonomiskt-bistand"),
    ("decide", "apply", "ekonomiskt-bistand"),
    ("partner", "threat", "vald"),
    ("insured", "payment", "ekonomiskt-bistand"),
    ("fewer", "cases", "personal-och-organisation"),
    ("fewer", "groups", "barn-och-familj"),
    ("complaint", "care", "personal-och-organisation"),
    ("office", "reach", "personal-och-organisation"),
)
