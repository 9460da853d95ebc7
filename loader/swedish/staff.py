"""How Swedish tells that staff benefits: what it gets, and what makes it a mere means for others."""

#: Beginnings of words for conditions of work.
BENEFITS = (
    "arbetsmiljö", "arbetsbelastning", "arbetsbörd", "arbetsvillkor", "arbetsro", "arbetskläd", "arbetssko", "arbetstid", "arbetsveck", "arbetsdag", "arbetssituation", "arbetsglädje",
    "arbetstyngd", "arbetsplats", "anställningsvillkor", "anställningstrygg", "anställningsform", "fastanställ", "lönen", "löner", "lönelyft", "lönepåslag", "löneutveckl", "lönesats", "lönetillägg", "heltid",
    "schema", "fortbild", "utbildning", "vidareutbild", "kompetensutveckl", "kompetenshöj", "kompetensen", "kompetenslyft", "handledning", "introduktion", "inskolning", "mentor", "karriär",
    "specialisera", "återhämt", "stress", "sjukfrånvaro", "sjukskriv", "trivas", "trivsel", "inflytande", "delaktig", "medbestämm", "villkor", "förutsättningar", "ärenden", "skyddas", "administration",
    "avlasta", "avlastning", "uppskatta", "friskvård", "tjänstepension", "förmån", "mandat", "tillit", "befogenhet", "slipp", "minutstyr", "semester", "knäna", "välmående", "självbestämm", "självstyr",
    "tryggare", "pappersarbete", "dokumentation", "pressad", "språkutbildning", "språkträning", "språkstöd", "karens", "ob-tillägg", "helgtillägg", "bonus", "cykel", "personalrum", "personalpolitik", "skyddsombud", "arbetsbelastad", "drunkn", "överbelast", "överhop", "utbränd", "tyngst", "nedtyngd", "knäar", "arbetspress", "bemanningspress", "yrkesstolthet", "meriter", "legitimation",
)  # fmt: skip
#: Such words of which others begin otherwise: "lära" begins "lärare".
CONDITIONS = frozenset({"lära", "utbilda", "utbildas", "hot", "hotas", "rast", "raster", "kurs", "kurser", "lön", "kläder", "skor", "uniform", "bredvid"})  # fmt: skip

#: Verbs of which staff is the object, and by which others become staff, by lemmas.
HIRING = frozenset({"anställa", "rekrytera"})
BECOMING = frozenset({"utbilda", "utbildning", "bli", "omskola", "vidareutbilda"})

#: What follows staff whose benefit a demand is, and what stands before staff to whom something is given, by lemmas.
GETS = frozenset({
    "få", "slippa", "våga", "orka", "ge", "erbjuda", "garantera", "belöna", "höra", "trivas", "hinna", "utbilda", "fortbilda", "avlasta", "skydda", "tillförsäkra", "tilldela", "uppmuntra", "uppvärdera", "vaccinera",
    "värdera", "premiera", "respektera", "lyssna", "veta", "lära",
})  # fmt: skip
MANAGES = frozenset({"hinna", "orka", "slippa", "trivas", "stanna", "våga", "få", "kunna"})
GIVEN = frozenset({"ge", "erbjuda", "garantera", "belöna", "avlasta", "skydda", "stötta", "uppmuntra", "åt", "värna", "premiera", "fortbilda", "lära"})  # fmt: skip

#: Verbs in the present that say the same, and what staff is to have for its own sake.
GETTING = frozenset({"får", "slipper", "behöver", "förtjänar", "hinner", "erbjuds", "ges", "garanteras", "utbildas", "orkar"})  # fmt: skip
HAS = frozenset({"rätt", "tid", "egna", "egen", "fria", "fri", "bra", "bättre", "goda", "högst", "rimliga", "rimlig", "trygga", "schyssta", "samma", "möjlighet", "makt", "lugn", "råd"})  # fmt: skip

#: What it is spared, and pay of any kind.
SPARED = frozenset({"behöva", "vara", "stå", "tvinga", "utsätta"})
PAY = ("lön", "lönen", "lönerna")

#: What it is to have for others' sake.
SKILLS = ("kunskap", "kompetens", "utbildning", "erfarenhet", "språk")

#: What makes staff a means for others: "fler kuratorer", "anställa lärare", "socialtjänstens personal".
MEANS = frozenset({
    "fler", "flera", "anställa", "anställ", "rekrytera", "av", "från", "med", "kompetent", "tillräckligt", "utbildad", "legitimerade",
    "många", "engagerad", "engagerade", "personlig", "antalet", "kunnig", "erfaren", "nya", "hundra", "tio", "två", "tre",
})  # fmt: skip
QUALIFIED = ("utbildade", "utbildad", "kunniga", "legitimerade", "kompetenta", "behöriga", "talande", "språkiga", "språkig", "rutinerade")  # fmt: skip
