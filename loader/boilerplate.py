"""What stands on a party's page beside its politics: calls to join, navigation, captions, contact details."""

import re
from functools import lru_cache

#: Whole lines that are furniture of a page.
_DEBRIS = re.compile(
    r"""^(?:
      bild(?:text)? | foto | top\ of\ page | bottom\ of\ page | se\ alla | läs\ mer\b.{0,80} | läs\ hela.{0,60} | läs\ också.{0,80}
    | till(?:baka)?(?:\ till)?\ (?:toppen|start(?:sidan)?|sidans\ topp) | dela(?:\ (?:sidan|på|den|via|inlägget|artikeln).{0,60})? | skriv\ ut | meny | sök | stäng | hem | sida
    | hoppa\ till.{0,40} | gå\ till.{0,40} | facebook | twitter | instagram | e-?post:?.{0,60} | telefon:?.{0,40} | tfn.{0,40}
    | foto(?:graf)?:.{0,80} | bild:.{0,80} | (?:publicerad|uppdaterad|senast\ uppdaterad|publicerat|skriven)\b.{0,60}
    | ladda\ (?:ner|ned|hem)\b.{0,120} | kontakta\ (?:oss|mig)\b.{0,60} | följ\ oss\b.{0,80} | bli\ medlem\b.{0,60} | gå\ med\b.{0,40}
    | engagera\ dig.{0,40} | stöd\ oss.{0,40} | rösta\ på\b.{0,80} | rösta\b.{0,40}! | prenumerera.{0,60} | nyhetsbrev.{0,40}
    | håller\ du\ med\?.{0,80} | vill\ du\ (?:veta|läsa|bli|vara)\b.{0,120}
    | ©.{0,80} | copyright.{0,80} | \S+@\S+ | https?://\S+ | www\.\S+
    | \S+\.(?:jpe?g|png|gif|pdf|webp) | sol-has-bg | kunde\ inte\ hitta.{0,60} | försök\ med\ en\ annan.{0,60}
    | (?-i:[A-ZÅÄÖ][\w-]+(?:\ [A-ZÅÄÖ][\w-]+){1,3}\ ?\([A-ZÅÄÖ]{1,5}\))(?:,.{0,80})?
    | (?-i:[A-ZÅÄÖ][\w-]+(?:\ [A-ZÅÄÖ][\w-]+){1,3}),\ (?:vice\ |andre\ |förste\ |2:e\ )?(?:grupp|parti)?(?:ledare|ordförande|sekreterare|kommunalråd|oppositionsråd|ledamot|ersättare|talesperson)\b.{0,80}
    | \d{1,2}\ \w+\ \d{4} | [\w .-]{2,40},\ \d{1,2}\ \w+\ \d{4} | (?:sidan?\ )?\d{1,3}(?:\s*(?:/|av)\s*\d{1,3})? | [|*=_–—-]+
    | (?:visa|läs|se|ladda)\ (?:fler|alla|mer|hela)\b.{0,60} | \d+(?:\.\d+)*\.?\ [^.]{3,90}[^\d.,:]\ \.{0,80}\s?\d{1,3} | (?:påstående|fråga)\ \w{1,3}[.:)].* | kopiera\ länk.{0,20} | lyssna(?:\ .{0,30})? | tipsa\ .{0,60} | dela\ och\ .{0,60} | starta\ ett\ politiskt\ samtal.{0,60} | nyhet(?:er)? | transkript | visningar:.{0,20}
    )$""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)

_COOKIES = re.compile(
    r"(?:acceptera|godkänn|vi använder)\b.{0,30}\b(?:cookies|kakor)\b.{0,200}$|.{0,100}\b(?:cookies|kakor)\b.{0,100}$",
    re.DOTALL,
)
_LEADERS = re.compile(r".{3,90}(?:\.{4,}|…{2,}\.?)\s*\d{0,3}$", re.DOTALL)

#: Whole lines, lower case, that are furniture by what stands anywhere in them.
_DEBRIS_WITH = {
    "cookies": _COOKIES,
    "kakor": _COOKIES,
    "pdf": re.compile(r".{0,40}\bpdf\b.{0,20}\bk?m?b\.?\)?$", re.DOTALL),
    "....": _LEADERS,
    "……": _LEADERS,
}

#: Headings under which no politics stands, up to the next heading that is none of these.
_FURNITURE = re.compile(
    r"""^(?:
      (?:senaste\ |fler\ |våra\ |aktuella\ |relaterade\ |lokala\ )?(?:nyheter|inlägg|artiklar)(?:\ (?:på|om|från|i)\b.*)? | senaste\ nytt | aktuellt | (?:läs|se)\ (?:också|även|mer|fler).* | tidigare\ (?:nyheter|inlägg|artiklar).* | (?:kalendarium|aktiviteter|möten)(?:\ (?:i|hos|på|för)\b.*)? | relaterat
    | kontakt(?:a\ oss|uppgifter|personer)?:? | styrelse(?:n)?(?:\ \d{4})? | valberedning(?:en)? | bli\ medlem.* | engagera\ dig.* | cookies | (?:om\ )?kakor | om\ (?:oss\b.*|webbplatsen|cookies|partiet|(?:parti)?föreningen|kretsen|avdelningen|(?:social|moderat|center|vänster|krist|miljö|sverige|liberal|folkpart)\w*.{0,40})
    | våra\ (?:kandidater|företrädare|politiker|förtroendevalda|representanter) | kandidater | toppkandidater.* | företrädare | kalender(?:ium)? | sociala\ medier | följ\ oss.*
    | (?:kommentera|(?:\d+\ )?kommentarer)\b.{0,20} | så\ (?:här\ )?(?:gör|påverkar|engagerar|röstar|kan)\ du\b.* | (?:vice\ |andre\ |förste\ )?(?:gruppledare|ordförande|kassör|sekreterare|ledamöter|ersättare|oppositionsråd|kommunalråd)(?:n|na)? | hitta\ (?:hit|till\ oss) | (?:insändare\ och\ )?press(?:kontakt|frågor)? | (?:är\ du\ )?ny\ medlem.* | expedition(?:en)? | kansli(?:et)? | öppettider | (?:behandling\ av\ |dina\ )?personuppgifter | så\ (?:här\ )?arbetar\ (?:kretsen|föreningen|avdelningen|styrelsen) | förtroendevalda | (?:vanliga\ )?frågor\ om\ medlemskap | vi\ behöver\ bli\ fler | (?:frivilliga?|volontärer).*\ sökes | historik | ledamöter\ i\ .* | vill\ du\ ha\ hjälp\ i.* | besöksadress | postadress | organisationsnummer | swish.* | integritetspolicy | medlemskap | stöd\ oss.* | gå\ med.*
    )[!:]?$""",
    re.IGNORECASE | re.VERBOSE,
)

#: Titles of documents about the party itself: reports, rules, minutes, notices, calendars.
_RECORD = re.compile(
    r"\b(?:verksamhetsberättelse|verksamhetsplan för (?:föreningen|styrelsen)|årsredovisning|stadgar|protokoll|kallelse|dagordning|kalend(?:er|arium)|medlemsblad|kontaktuppgifter)\b|^(?:om oss|kontakt(?:a oss)?|medlemskap|bli medlem)$",
    re.IGNORECASE,
)

#: Sentences that call the reader to join, vote or get in touch, or speak of the party's own life.
_CALL = re.compile(
    r"""^\w+\ gärna\b|^tveka\ inte\b|\b(?:slå|ge)\ (?:oss|mig)\ en\ (?:signal|pling)|^(?:svara|räkna\ (?:med|själv|ut)\b|ta\ med|kom|titta|lyssna|fråga|berätta|skriv|ring|testa|tyck\ till)\ (?!inte|ner|ned|in\b|upp|bort|om)|\b(?:bli\ medlem|vara\ medlem|medlemsavgift\w*|rösträtt\ på\ årsmötet|rösta(?:r)?\ på|(?:din|er|en)\ röst\ på|din\ röst|din\ valsedel|hjälps\ åt\ behövs|välkommen\ (?:att|till|med)
    |följ\ oss|hör\ (?:gärna\ )?av\ (?:dig|er)|kontakta\ (?:oss|mig|gärna)|ring\ (?:eller|gärna)|mejla|maila|anmäl\ dig|läs\ mer|klicka|prenumerera
    |söka\ medlemskap|stå\ på\ torget|öppet\ möte|årsmöte\w*|personuppgifter|kakor|cookies|vår\ valstuga|valrörelse\w*|ladda\ (?:ner|ned)
    |(?:bli|blir)\ (?:en\ )?(?:aktiv|medlem)|engagera\ (?:dig|sig)\ (?:ska|i\ partiet)|ge\ oss\ (?:ditt|er|din)|väga\ dubbelt|hjälp\ oss|du\ behövs|ska\ vi\ (?:vinna|lyckas)|vårt\ parti\ (?:ska|bör|måste|vill)|(?:ska|vill|skall)\ vara\ ett\ parti\b|röst\ i\ (?:fullmäktige|kommunhuset|riksdagen)|tungan\ på\ vågen|(?:stötta|stödja|stöttar|stödjer|hjälpa)\ (?:de|dem|våra)\ (?:som\ (?:sitter|valts)|förtroendevalda)|partiets\ (?:politik|idéer|program|budskap|grundsyn)|för\ medlemskap|ett\ lokalt\ program|valprogram(?:met)?\ ska|våra\ (?:möten|politiker|medlemmar)
    |största\ parti|ha\ roligt|alternativ\ till\ de\ (?:gamla|andra|etablerade)|samtycke\ krävs|dina\ uppgifter|ska\ raderas|nå\ oss\b|(?:prata\ med|ut\ till)\ väljarna|ta\ (?:tillbaka|över)\ makten|(?:ska|kommer)\ .{0,40}\ den\ \d{1,2}\ (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)|hjälpas\ åt\ med|ny\ styrelse|som\ medlem\b|(?:krets|distrikts|förenings)styrelsen|vill\ (?:vi\ )?gärna\ (?:höra|veta|träffa)|senast\ den|ansökan\ (?:ska|måste)\ (?:vara|lämnas|göras|skickas|innehålla)|ska\ bifogas?|behöver\ .{0,40}i\ (?:kommun)?fullmäktige\w*|förtjänar\ .{0,20}röst|vara\ ett\ (?:\w+\ )?parti\b|(?:vara|bli)\ (?:roligt|kul)|på\ våra\ möten|nästa\ möte|bli\ fler\ i\ partiet|att\ bli\ fler(?=\W*$)|är\ att\ växa(?=\W*$)|engagera\ sig\ politiskt|(?:lokal|parti)?föreningens?\ (?:uppgift|uppdrag|syfte|mål)
    |medlem(?:mar|mars|skap)?\ (?:under|över|i\ partiet)|(?:nya|våra)\ kandidat(?:er)?\b|kandidater\ till|partistyrelsen|nomineringar?|besöka\ alla|byta\ regering|regeringen\ (?:bytas|byts)|regeringsskifte\w*|(?:bygger|bygga)\ (?:vi\ )?partiet|procent\ större|(?:förbereda|bereda)\ ärenden\w*|(?:bli|växa\ sig)\ (?:större|starkare)(?=\W*$)|(?:ska|vill)\ (?:det\ )?bli\ (?:spännande|roligt|kul|skönt|intressant|kaffe)|(?:ska|bör|måste|kan)\ lämnas\ (?:skriftlig\w*|in|senast)|lämnas\ senast|ska\ (?:leda|styra)\ \w+(?=\W*$)|förtroendet\ att|(?:växa|vinna)\ (?:i\ )?valet|fler\ mandat|ditt\ förtroende|förtidsrösta|välja\ in|valsedel\w*|fler\ som\ vill\ sitta|behöver\ (?:dig|er|fler\ (?:medlemmar|röster)|din|ditt|hjälp\ med)|ska\ du\ (?:välja|rösta)|nominera\w*|valberedning\w*|medlemmar\ (?:ska|får|måste)|din\ avgift|vi\ (?:måste|behöver)\ bli\ fler|medlemsmöte\w*|styrelsemöte\w*|styrelsen|kassör\w*|sekreteraren|ombud(?:en)?\ till|anmäl(?:an|er|ning)\ (?:görs|sker|ska|senast|till|dig)|osa|kl\.?\ ?\d{1,2}[.:]\d\d|medtag|hör(?:a)?\ av\ (?:dig|er|sig\ till)|skickas\ (?:in|till)|ställas\ till|kontaktas|flygblad\w*|affisch\w*|dörrknack\w*|knacka\ dörr\w*|valarbete\w*|valstug\w*|kampanj(?:en|arbete\w*)|fakturor?|postadress\w*|e-post\w*|mejl\w*|telefon(?:en|tid\w*)|fotografen|öka\ vårt\ inflytande)\b""",
    re.VERBOSE,
)


@lru_cache(maxsize=1 << 10)  # segmenting asks of each line again
def is_debris(line: str) -> bool:
    """Return whether a whole line is furniture of the page: navigation, caption, date, address."""
    if _DEBRIS.match(line) or not any(map(str.isalpha, line)):
        return True
    lower = line.lower()
    return any(word in lower and pattern.match(lower) for word, pattern in _DEBRIS_WITH.items())


def is_furniture(heading: str) -> bool:
    """Return whether what stands under the heading is no politics: news lists, boards, calls to join."""
    return _FURNITURE.match(heading) is not None


def is_record(title: str) -> bool:
    """Return whether a document with the title is about the party itself, so that it demands nothing of the municipality."""
    return _RECORD.search(title) is not None


def is_call(sentence: str) -> bool:
    """Return whether a sentence calls the reader to join, vote or get in touch."""
    return _CALL.search(sentence.lower()) is not None
