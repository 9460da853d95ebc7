"""How Swedish names people by their situation: "den som saknar bostad", "människor med missbruk"."""

import re

#: What opens a description of people: a pronoun, or a word for people in general.
_CARRIER = (
    r"(?:den|de|dem|dom|en|någon|alla|allas|var och en|personer|människor|individer|vuxna|patienter|boende|klienter|medborgare|invånare|göteborgare|stockholmare"
    r"|ungdomar|unga|elever|barn|kvinnor|män|flickor|pojkar|tjejer|killar|tonåringar|familjer|föräldrar|mammor|pappor|hushåll|invånarna|personen|individen|dig|du|er|andra|många|fler|färre|föräldern|kvinnan|hyresgäster|brukare)"
)
#: How the description goes on, within the clause.
_LINK = r"(?: \w+){0,3}? ?(?:som|med|i|utan|under|där|inom|på)\b[^.;:!?]{0,60}?\b"


def _people(condition: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_CARRIER}{_LINK}(?:{condition})", re.IGNORECASE)


#: Situation by situation, the narrower before the broader; the concept that it makes of people.
SITUATIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("anhoriga", _people(r"vårdar (?:en )?(?:anhörig|närstående|sin|sina)\w*|vårdar (?:\w+ ){0,2}hemma|anhörigvårdar\w*|hjälper en (?:anhörig|närstående)")),
    ("hemlosa", _people(r"saknar (?:en |ett |fast |egen |eget |egna )*(?:bostad|hem|boende|lägenhet|tak)|(?:saknat|står utan|är utan|blivit utan|förlorat) (?:\w+ )?(?:bostad|hem|boende)\w*|inte har (?:någonstans|nånstans|en bostad|ett hem|tak)|sover (?:ute|utomhus|på gatan)|lever (?:i hemlöshet|på gatan)|hemlöshet|(?:utan|inget) (?:fast |egen |eget |en )*(?:bostad|hem)\b")),
    ("personer-med-missbruk", _people(r"(?:\w*missbruk\w*|\w*beroende(?:n|t|problem\w*|sjukdom\w*)?\b(?! av (?:bidrag|försörjning|kommunen|hjälp|stöd|andra))|missbrukar|dricker|drogproblem\w*|fastnat i (?:droger|narkotika)|använder (?:droger|narkotika)|\w*samsjuklighet|spelproblem\w*|tar droger)")),
    ("personer-med-psykisk-funktionsnedsattning", _people(r"psykisk(?:a|t)? funktion(?:s)?(?:nedsättning|variation|hinder)\w*")),
    ("personer-med-psykisk-ohalsa", _people(r"psykisk(?:a|t)? (?:ohälsa|sjukdom\w*|störning\w*|besvär|lidande|problem)|mår (?:\w+ ){0,2}(?:psykiskt )?(?:dåligt|illa)|självmordstank\w*|depression\w*|ätstörning\w*|samsjuklighet")),
    ("personer-med-funktionsnedsattning", _people(r"(?<!psykisk )(?<!psykiska )funktion(?:s)?(?:nedsätt\w*|variation\w*|hinder)|nedsatt rörlighet|\w*diagnos(?:er|en)?\b|adhd|autism\w*|npf\b|LSS(?:-\w+)?|rullstol|rörelsehinder|nedsatt (?:syn|hörsel)|synnedsättning\w*|hörselnedsättning\w*|utvecklingsstörning\w*")),
    ("valdsutsatta-kvinnor", re.compile(r"\b(?:kvinnor|kvinnan|mammor|tjejer|flickor)\b[^.;:!?]{0,60}?\b(?:utsatt\w* för (?:\w+ ){0,3}?(?:\w*våld|hot|förtryck|övergrepp)|lever (?:med|i|under) (?:\w+ ){0,3}(?:våld|hot)\w*|levt med våld|flytt\w*|flyr|lämnar en man|misshandla\w*|blir slag\w*|våldsam)", re.IGNORECASE)),
    ("barn-som-upplevt-vald", re.compile(r"\bbarn\w*\b[^.;:!?]{0,60}?\b(?:utsätts för (?:\w+ ){0,2}våld|upplev\w* (?:\w+ ){0,3}?våld|bevittna\w* (?:\w+ ){0,2}våld|utsatt\w* för (?:\w+ ){0,2}våld|som (?:ser|sett) våld|våld i (?:hemmet|familjen))", re.IGNORECASE)),
    ("barn-i-missbruksmiljo", re.compile(r"\b(?:barn|unga|ungdomar)\w*\b (?:till|vars|med|i)\b[^.;:!?]{0,50}?(?:\w*missbruk\w*|\w*beroende\b|dricker)", re.IGNORECASE)),
    ("hedersutsatta", _people(r"utsätt\w* för (?:\w+ ){0,3}heder\w*|heder\w*(?:kultur|förtryck|våld)\w*|lever under heder\w*|(?:för|av) heder\w*")),
    ("valdsutsatta", _people(r"(?:utsatt\w*|utsätts|drabbat\w*|drabbas|lever)\b (?:\w+ ){0,4}?(?:\w*våld\w*|våld i nära relation\w*|hot om våld|övergrepp)|levt med våld|(?:flyr|flytt) från (?:\w+ ){0,3}(?:våld|våldsam)\w*|våldsam (?:partner|man|relation)|blir slag\w*")),
    ("valdsutovare", _people(r"utövar våld|utövat våld|slår\b|brukar våld|använder våld|begått våld")),
    ("brottsutsatta", _people(r"utsatts? för (?:\w+ ){0,2}brott|drabbats av brott|utsatt\w* för brott")),
    ("avhoppare", _people(r"(?:vill )?(?:lämna|hoppa av|lämnar|bryta med) (?:\w+ ){0,3}?(?:gäng\w*|kriminalitet\w*|extremis\w*|destruktiva|kriminella|miljöe?r?\w*|brottslighet\w*)")),
    ("bistandsmottagare", _people(r"(?:försörjningsstöd|ekonomiskt bistånd|socialbidrag|ekonomiskt stöd|beroende av bidrag|bidragsberoende|fastna i bidrag|lever på bidrag|uppbär bidrag|tar emot bidraget|samhällets hjälp till (?:mat|hyra))")),
    ("arbetslosa", _people(r"(?:står|stått|befinner sig) (?:\w+ )?(?:utanför|långt (?:ifrån|från)|utan) (?:arbetsmarknad\w*|arbete|jobb)|saknar (?:ett )?(?:jobb|arbete)|är utan (?:jobb|arbete)|långt (?:ifrån|från) arbetsmarknad\w*|söker (?:jobb|arbete)|arbetslöshet")),
    ("nyanlanda", _people(r"nyss (?:kommit|anlänt)|nyligen (?:kommit|anlänt)|kommit hit|kommer hit från|nya i Sverige|flytt (?:från|undan) krig")),
    ("aldre", _people(r"(?:fyllt|över|äldre än) (?:6[05]|7\d|8\d|9\d)(?: år)?\b|demens\w*|åldras\b|blir gamla|blivit gamla")),
    ("barn-i-utsatthet", re.compile(r"\b(?:barn|unga|ungdomar|barnen)\b[^.;:!?]{0,30}?\b(?:som (?:\w+ ){0,2}?(?:far illa|riskerar|har det svårt|behöver (?:\w+ ){0,3}?(?:stöd|hjälp|skydd)|inte (?:är|känner sig) trygg\w*|växer upp i (?:fattigdom|utsatthet|otrygg\w*)|lever i (?:fattigdom|utsatthet))|i (?:utsatt\w*|riskzon\w*|otrygg\w*|social utsatthet|behov av skydd|ekonomisk utsatthet|fattig\w*)|hamnar i utsatthet|far illa|i risk)", re.IGNORECASE)),
    ("placerade-barn", re.compile(r"\b(?:barn\w*|unga|ungdomar|syskon)\b[^.;:!?]{0,20}?\b(?:som (?:placera\w*|bor i familjehem|är placerade|omhänderta\w*)|i (?:familjehem|jourhem|samhällets vård|placering)|på (?:institution\w*|HVB\S*|SiS\S*))", re.IGNORECASE)),
    ("hemlosa-familjer", re.compile(r"\b(?:barnfamilj\w*|familj\w*|barn)\b[^.;:!?]{0,40}?\b(?:utan (?:fast |egen )?bostad|bostadslös\w*|hemlös\w*|osäkra boende\w*|saknar (?:\w+ )?(?:bostad|hem)|tillfälliga boenden)|\b(?:hemlösa|bostadslösa) (?:barn)?familj\w*", re.IGNORECASE)),
)  # fmt: skip

#: Two concepts of one statement that together name a third: women, addiction.
MERGERS: tuple[tuple[str, str, str], ...] = (
    ("kvinnor", "personer-med-missbruk", "kvinnor-med-missbruk"),
    ("kvinnor", "valdsutsatta", "valdsutsatta-kvinnor"),
)
