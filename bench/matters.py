"""What the generated programmes speak of: per theme a heading, and the groups, actors and instruments that go with it.

The words of a group stand after a preposition ("stöd till hemlösa"), those of an actor are definite,
those of an instrument are an object ("införa Bostad först"); beside each stands its concept's id.
"""

from dataclasses import dataclass

Named = tuple[tuple[str, str], ...]  # (words, concept id)


@dataclass(frozen=True)
class Matter:
    """A theme with the words that programmes use for it."""

    theme: str
    headings: tuple[str, ...]
    background: tuple[str, ...]  # sentences that propose nothing
    groups: Named
    actors: Named
    instruments: Named


MATTERS = (
    Matter(
        "hemloshet-och-boende",
        ("Hemlöshet och boende", "Ett eget hem", "Bostad åt hemlösa"),
        ("Hemlösheten har vuxit i {place}.", "Utan bostad blir allt annat svårare.", "Köerna till en lägenhet är långa."),
        (("hemlösa", "hemlosa"), ("hemlösa familjer", "hemlosa-familjer"), ("barnfamiljer utan bostad", "hemlosa-familjer")),
        (("socialtjänsten", "socialtjansten"), ("bostadsbolagen", "bostadsbolag"), ("uppsökande team", "uppsokande-team"), ("akutboendena", "akutboenden")),
        (("Bostad först", "bostad-forst"), ("en tak-över-huvudet-garanti", "tak-over-huvudet-garanti"), ("bostadssociala kontrakt", "sociala-kontrakt")),
    ),
    Matter(
        "barn-och-familj",
        ("Barn och familj", "Trygga barn", "Barnens bästa"),
        ("Många barn växer upp under svåra villkor.", "Anmälningarna har blivit fler i {place}.", "Familjerna är olika, och så är behoven."),
        (("barn som far illa", "barn-i-utsatthet"), ("placerade barn", "placerade-barn"), ("barnfamiljer", "familjer"), ("föräldrar", "foraldrar")),
        (("socialtjänsten", "socialtjansten"), ("familjecentralerna", "familjecentraler"), ("BUP", "bup"), ("förskolan", "forskolan")),
        (("föräldrastöd", "foraldrastod"), ("kontaktfamilj", "kontaktfamilj"), ("stödgrupper", "stodgrupper")),
    ),
    Matter(
        "vald",
        ("Våld i nära relationer", "Mot våldet i hemmet", "Fri från våld"),
        ("Våldet sker oftast bakom stängda dörrar.", "Mörkertalet är stort.", "Kvinnojourerna vittnar om ett hårdare våld."),
        (("våldsutsatta kvinnor", "valdsutsatta-kvinnor"), ("våldsutsatta", "valdsutsatta"), ("våldsutövare", "valdsutovare")),
        (("kvinnojourerna", "kvinnojourer"), ("socialtjänsten", "socialtjansten"), ("polisen", "polisen")),
        (("skyddat boende", "skyddat-boende"), ("stödgrupper", "stodgrupper"), ("en handlingsplan", "handlingsplan")),
    ),
    Matter(
        "missbruk",
        ("Missbruk och beroende", "Vägen ut ur missbruket", "Stöd mot beroende"),
        ("Beroende är en sjukdom som går att behandla.", "Tillgången på narkotika har ökat i {place}.", "Var tionde vuxen har riskbruk av alkohol."),
        (("personer med missbruk", "personer-med-missbruk"), ("kvinnor med missbruk", "kvinnor-med-missbruk")),
        (("socialtjänsten", "socialtjansten"), ("regionen", "regionen"), ("psykiatrin", "psykiatrin")),
        (("sprututbyte", "sprututbyte"), ("öppenvård", "oppenvard"), ("uppsökande arbete", "uppsokande-arbete")),
    ),
    Matter(
        "ekonomiskt-bistand",
        ("Ekonomiskt bistånd", "Från bidrag till egen försörjning", "Försörjningsstöd"),
        ("Ekonomiskt bistånd är det sista skyddsnätet.", "Kostnaderna för bistånd har stigit.", "Fler hushåll i {place} lever på små marginaler."),
        (("biståndsmottagare", "bistandsmottagare"), ("arbetslösa", "arbetslosa")),
        (("socialtjänsten", "socialtjansten"), ("Arbetsförmedlingen", "arbetsformedlingen"), ("arbetsmarknadsenheten", "arbetsmarknadsenheten")),
        (("aktivitetskrav", "aktivitetskrav"), ("kontroll av bidrag", "bidragskontroll")),
    ),
    Matter(
        "funktionsnedsattning",
        ("Funktionsnedsättning", "Stöd enligt LSS", "Full delaktighet"),
        ("Hinder finns i lokaler, på gator och på webben.", "Assistansen har blivit svårare att få.", "LSS är en rättighetslag från 1994."),
        (("personer med funktionsnedsättning", "personer-med-funktionsnedsattning"), ("personer med psykisk funktionsnedsättning", "personer-med-psykisk-funktionsnedsattning")),
        (("Försäkringskassan", "forsakringskassan"), ("kommunen", "kommunen"), ("regionen", "regionen")),
        (("personlig assistans", "personlig-assistans"), ("ledsagning", "ledsagning"), ("kontaktperson", "kontaktperson")),
    ),
    Matter(
        "aldreomsorg",
        ("Äldreomsorg", "En trygg ålderdom", "Omsorg om äldre"),
        ("Andelen äldre ökar i {place}.", "Många äldre bor ensamma.", "Omsorgen bärs upp av sin personal."),
        (("äldre", "aldre"), ("anhöriga", "anhoriga")),
        (("hemtjänsten", "hemtjansten"), ("äldreomsorgen", "aldreomsorgen"), ("regionen", "regionen")),
        (("anhörigstöd", "anhorigstod"), ("trygghetslarm", "trygghetslarm"), ("fast omsorgskontakt", "fast-omsorgskontakt")),
    ),
    Matter(
        "psykisk-halsa",
        ("Psykisk hälsa", "Mot psykisk ohälsa", "Stöd vid psykisk ohälsa"),
        ("Den psykiska ohälsan bland unga har ökat.", "Väntan på vård är lång.", "Många känner ingen att prata med."),
        (("personer med psykisk ohälsa", "personer-med-psykisk-ohalsa"), ("unga", "unga")),
        (("BUP", "bup"), ("elevhälsan", "elevhalsan"), ("ungdomsmottagningarna", "ungdomsmottagningar"), ("psykiatrin", "psykiatrin")),
        (("samtalsstöd", "samtalsstod"), ("öppenvård", "oppenvard"), ("stödgrupper", "stodgrupper")),
    ),
    Matter(
        "trygghet-och-brott",
        ("Trygghet och brott", "En trygg kommun", "Mot gängen"),
        ("Gängen söker sig till allt yngre.", "Tryggheten varierar mellan stadsdelarna i {place}.", "Brotten har blivit grövre."),
        (("avhoppare", "avhoppare"), ("brottsutsatta", "brottsutsatta")),
        (("polisen", "polisen"), ("socialtjänsten", "socialtjansten"), ("skolan", "skolan")),
        (("avhopparverksamhet", "avhopparverksamhet"), ("kameraövervakning", "kameraovervakning"), ("ordningsvakter", "ordningsvakter")),
    ),
)  # fmt: skip

#: Demands in the infinitive, by stance; {group}, {actor} and {instrument} become links where they stand.
DEMANDS = {
    "introduce": (
        "införa {instrument} för {group}",
        "starta {instrument} för {group}",
        "erbjuda {group} {instrument}",
        "införa {instrument} tillsammans med {actor}",
    ),
    "strengthen": (
        "stärka stödet till {group}",
        "utveckla {instrument} för {group}",
        "förbättra samarbetet mellan {actor} och andra som möter {group}",
        "öka resurserna till {actor}",
        "bygga ut stödet till {group}",
    ),
    "keep": ("behålla {instrument} för {group}", "värna stödet till {group}", "bevara {instrument}"),
    "oppose": ("stoppa nedskärningarna av {instrument}", "säga nej till försämringar för {group}", "avskaffa avgiften på stödet till {group}"),
    "investigate": ("utreda hur {actor} kan nå fler", "kartlägga behoven hos {group}", "se över reglerna för {instrument}"),
}  # fmt: skip

#: What has been done, in the supine.
DONE = (
    "Stärkt stödet till {group}",
    "Infört {instrument}",
    "Ökat resurserna till {actor}",
    "Byggt ut hjälpen till {group}",
)

#: Ends of a demand, so that no two programmes are alike.
TAILS = ("", "", " senast {year}", " i hela {place}", " under mandatperioden", " med start {year}", " redan nästa år", " i varje kommundel")  # fmt: skip
