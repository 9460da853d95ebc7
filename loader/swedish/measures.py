"""How Swedish names a measure in two words apart: what is done, and to what."""

#: Measures, each with words for what is done, by lemmas or forms, and beginnings of words for what it is done to.
COMPOSED: tuple[tuple[str, frozenset[str], tuple[str, ...]], ...] = (
    ("familjehemsrekrytering",
     frozenset({"rekrytera", "rekrytering", "rekryteringen", "värva", "hitta", "finna", "kampanj", "kampanja", "annonsera", "locka", "söka"}),
     ("familjehem", "jourhem", "fosterhem", "jourfamilj", "kontaktfamilj", "fosterfamilj")),
    ("sprututbyte", frozenset({"byta", "utbyte", "utbytet", "byte", "ren", "steril"}), ("spruta", "sprutor", "kanyl", "nålar")),
    ("hyreskrav", frozenset({"krav", "kräva", "neka"}), ("hyran", "hyresgäst", "betalningsanmärkning", "inkomst", "bostadssökande")),
    ("hyreskrav", frozenset({"neka", "nekas"}), ("skuld", "hyresskuld")),
    ("tak-over-huvudet-garanti", frozenset({"garantera", "garanti", "garanterad"}), ("sovplats", "sängplats", "säng", "natthärbärge")),
    ("orosanmalan", frozenset({"anmäla", "anmälan", "anmälning"}), ("oro", "misstank", "misstänk")),
    ("visselblasarfunktion", frozenset({"larma", "larm", "anmäla", "rapportera"}), ("anonym", "repressali")),
    ("sociala-kontrakt", frozenset({"avsätta", "reservera", "öronmärka"}), ("lägenhet",)),
    ("vrakningsforebyggande", frozenset({"slippa", "förebygga", "hindra", "förhindra", "undvika", "minska", "stoppa"}), ("vräk", "avhys")),
)  # fmt: skip

#: Auxiliaries after which a measure's word tells what has happened to people.
HAPPENED = frozenset({"blivit", "blir", "blev", "redan"})

#: Words that make bodies named together ones that cooperate: "socialtjänsten och polisen ska tillsammans …".
TOGETHER = frozenset({"tillsammans", "gemensam", "gemensamt", "ihop", "varandra", "enas"})
