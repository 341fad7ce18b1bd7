"""Roles: the nouns that stand for people, and the pronoun that some of them go with."""

from sitegen.analyse.people.genders import Gender

_HE = """
actor boy boyfriend brother businessman chap congressman councilman cowboy dad father gentleman grandfather grandpa
grandson groom guy heir host husband king lad man monk nephew pope priest prince son stepfather uncle waiter widower
"""
_SHE = """
actress aunt bride businesswoman chairwoman congresswoman councilwoman daughter duchess ex-wife girl girlfriend
granddaughter grandma grandmother heiress hostess housewife lady mom mother mum niece nun princess queen sister
spokeswoman stepmother waitress widow wife woman
"""
_EITHER = """
activist admiral adviser advisor advocate aide ally analyst anchor apprentice architect artist assistant athlete
attendant attorney author baker banker billionaire bishop blogger boss broker builder campaigner candidate captain
carpenter chair chairman chairperson challenger champion chancellor chef chemist chief child cleric clerk coach
colleague collector colonel columnist comedian commander commentator commissioner companion composer comrade consultant
contender contestant contractor cook coordinator correspondent counsel cousin critic customer dealer defendant delegate
demonstrator deputy designer detective developer diplomat director doctor donor dressmaker driver economist editor
employee employer engineer entrepreneur envoy executive expert farmer fellow fighter filmmaker firefighter fisherman
foreman founder friend gardener general governor guard guest guide harbourmaster head historian hostage immigrant
inspector instructor inventor investigator investor journalist judge juror keeper landlord lawmaker lawyer leader
lecturer librarian lieutenant lobbyist major manager master mayor mechanic medic member migrant millionaire miner
minister moderator musician nanny narrator neighbor neighbour nominee novelist nurse officer official operative
operator organiser organizer owner painter paramedic parent participant partner passenger pastor patient pensioner
photographer physician pilot plaintiff player poet policeman politician pollster porter president principal prisoner
producer professor prosecutor protester protestor psychologist publicist publisher rabbi recruit refugee reporter
representative researcher resident retiree rival sailor scholar scientist secretary seller senator sergeant sheriff
shooter shopkeeper shopper singer skipper sniper soldier solicitor source specialist spokesman spokesperson staffer
statistician strategist student supervisor supporter surgeon survivor suspect teacher technician teenager tenant
therapist tourist trader trainer treasurer trucker veteran victim viewer villager visitor volunteer voter waiter warden
welder witness worker writer youth
"""
_ROLES: dict[str, Gender | None] = {
    **dict.fromkeys(_EITHER.split()),
    **dict.fromkeys(_HE.split(), Gender.HE),
    **dict.fromkeys(_SHE.split(), Gender.SHE),
}
NOUNS = frozenset(_ROLES)
"""In small letters."""
_GENERAL = """
ally boy candidate challenger contender critic donor friend girl guest man member nominee opponent rival supporter voter
woman
"""
GENERAL = frozenset(_GENERAL.split())
"""What too many are called for "the …" to mean one of them."""
_SHORT = {
    "gen": "general",
    "lt": "lieutenant",
    "col": "colonel",
    "maj": "major",
    "capt": "captain",
    "sgt": "sergeant",
    "adm": "admiral",
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "dr": "doctor",
    "prof": "professor",
}


def role_of_title(title: str) -> str:
    """Return the noun for a title without its stop, in small letters."""
    return _SHORT.get(title, title)


def gender_of_role(noun: str) -> Gender | None:
    """Return the pronoun that a role goes with; many men's words are used of women too, and say nothing."""
    return _ROLES.get(noun)
