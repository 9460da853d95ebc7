"""Kinds of words that tell together what a statement is about, where neither tells it alone."""

from functools import lru_cache

#: Kinds of words, as lemmas or forms; a star stands for any ending.
_KINDS: dict[str, str] = {
    # more of them, or enough of them
    "more": "mer fler flera antal antalet tillräcklig tillräckligt nog brist öka ökad anställ anställa anställas anställda anställer nyanställa rekrytera rekryteras rekrytering bemanna bemannas bemanning förstärka förstärks utöka dubbelt",
    # those who work in care and in its offices
    "staff": "personal personal* nattpersonal omsorgspersonal vårdpersonal vårdutbildad vårdutbildat undersköterska undersköterskor undersköterske* vårdbiträde handläggare biståndshandläggare lss-handläggare socialsekreterare handlägga medarbetare kollega kollegor arbetspass grundbemanning bemanning personaltäthet nattbemanning chef chefer mellanchef mellanchefer familjehemssekreterare barnsekreterare familjesekreterare",
    # its conditions
    "conditions": "arbetskläder arbetsklä* arbetssko* arbetstid* arbetsbörd* arbetsbelastn* arbetsmilj* arbetsförhåll* arbetsvillkor* schema scheman schemat körschema* minutschema* minutstyr* tidsstyrn* tidspress* stoppur stress stressen timvikarie* vikarie vikarier vikarierna inhoppare sommarvikarie* sommarjobbare inskolning* introduktion* handledning* fortbild* vidareutbild* lön lönen löner löne* heltid heltider skor sjukfrånvaro* karensdag* arbetspass* raster övertid*",
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
    "society": "samhälle samhället samhällets samhällelig offentliga",
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
    "other": """
        akuten akutmottagning* allé* ambulans* amortera* arvode arvoden asfalt* avfall* bad badet badhus* badplats* baljväxt* begagnade begagnat
        bensin bensinen besöksnäring* bilar bilderna bilen bilism* biltrafik* bin biogas* biologisk blomm* bonde borr borrmaskin bredband* bro
        broar bron bruksfoto* budgetunderskott* buss* butik butiker bygglov* båtliv* bönder cancer* centrumhandel* centrumutveckl* cykel cykelbana*
        cykelställ* cykelväg* cykla cyklar cyklister detaljplan* diesel djurhållning* djurskydd* dricksvatten* e-petition* ekologisk* elbil* elcykl* eldriv*
        elljusspår* elnät* elpris* elräkning* energi energieffektiv* evenemang* festival* festplats* fiber fibern fiske* fjärilar flygplats* folkomröst*
        fossil* fotbollsplan* fotgängare friluft* fullmäktigebeslut förbifart* företagsklimat* gammelskog* gatubelägg* gift gifter gifterna giftfri giftfria
        gräsmatt* grönsak* gångväg* gödsel hamnen hastighet* hormonstöra* hundar* hållbarhet* höft* internet isbana* ishall* jakt jordbruk* järnväg* kaj kajen
        katter kemikalie* klimat* knäoperation* koldioxid* kollektivtrafik* kommunalråd* kommunalskatt* konsert* konst konsten konstgräs* konstsamling*
        konstverk* kor korsning* kulturhus* källsorter* kärnkraft* kött köttet laddinfra* laddplats* laddstolp* lantbruk* lekplats* leksak leksaker läkare
        läkartid* matsedel* matsvinn medborgarförslag* mejeri* miljögift* miljökrav* miljömål* mobiltäckning* motorväg* museet museum myrar möbler
        naturreservat* nedskräpning* närodla* närproducera* operation* operera* papperskorg* park parken parker parkering parkeringar parkeringsavgift*
        parkeringsplats* patient patienten patienter patienterna pendelpark* pendeltåg* perrong* pfas plast plasten plogning* prylar rabatter regionbildning*
        remiss* reningsverk* reparation* resecentrum reservat reservaten ridhus* riksväg* rondell* råvara råvaror rött simhall* simma simning sjukhus
        sjukhusen sjukhuset sjukvårdsregion* skatt skattehöj* skatten skattesats* skattesänk* skidspår* skogsbruk skolbespisningsmat skylt* slöjd*
        småbåtshamn* småföretag* snöröjning* solcell* solel solenergi solkraft solpanel* sophämt* sopkärl* sopor sopsorter* spårvagn* spårväg* stadspark*
        station stationen storkök* storregion* strandskydd* tallskog* tandläkar* tandvård tandvården tavla tavlan tavlor teater teatern tjänsteres*
        torghandel* trafik trafiken trafiks* träd tunnelbana* turism* tåg tågen utsläpp* va-* vaccin* vargen vattenkraft* vattenskydd* veckomat* vegansk*
        vegetarisk* vindkraft* vindmöll* vinster vägar vägnät* värmepump* vätgas* vårdcentral vårdcentralen vårdgaranti* vårdkö* vårdval* våtmark* älg*
        åkermark* återbruk* återvinn* övergångsställ*
    """,
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
