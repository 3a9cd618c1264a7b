"""Ordinary words that are also names, or that look like a misspelt one.

Our own lists, made for safeguarding reports. A name among them is only taken for a name where
something besides the spelling speaks for it.
"""

# ruff: noqa: SIM905 - lists of words are easier to read and to change as words

from __future__ import annotations

CALENDAR_NAMES = frozenset("april may june august summer autumn winter easter noel".split())
"""Names that are also times of the year, and so are written with a capital either way."""

ORDINARY_WORDS = CALENDAR_NAMES | frozenset(
    """
    ace al abbey able alder alma amber amen an and angel apple archer arch armour art ash asher
    ask august aurora autumn baker ball banks barber bard barker barn barrow basil bass bay bean
    bear beck bell belle berry bill bird birch bishop black blade blaze blessing bliss bloom
    blossom blue bond bonny booth born bow bowl boy bramble branch brand brave bright brook
    brooks brown buck bull bunny burn burns bush butcher butler byrne candy cane care carol
    carpenter carter case cash castle celeste chance chandler chance charity charm chase chip
    christian church clarity clay clerk cliff close cloud coast cobb cold cole colt comfort
    constance cook cooper coral core corner cotton court courage cox crane cross crown crystal
    cross cruz curry cyan daisy dale dawn day days dean deed destiny dean deer denim diamond
    dick dolly don done dove down drake drew duke dusk dusty earl early east ebony eden elder
    ember emerald english ernest even ever eve fair faith fall farmer father fern field finch
    fine fisher fleet fletcher flint flora flower flowers ford forest forrest fox frank free
    freedom french friend frost fuller fury gale game gardener garland garnet gates gay gem
    genesis giles gill ginger glass glen glory gold golden good goodman gore gospel grace grant
    grave gray green grey grove guy hale hall ham hand hanger harbour hardy harmony harper hart
    harvest have haven hawk hay hazel he heath heather heaven her hero hill him his hitch holly
    holmes holy honesty honey honor honour hood hope hopkins horn house howl hunt hunter hurst
    hush imam in indigo innocent inn iris iron is isle it ivory ivy jack jade jasmine jasper jay
    jean jet jewel job jolly journey joy judge jules julep junior just justice keen keeper key
    khan kind king kit knight knowles lake lamb lance land lane lark lass laurel law lawn lay
    lea leaf lee legend leigh leo levy liberty lily lilac lime lion little lock long lord lot
    love lovely low luck lucky lynx mace magic major make man manners maple marble march marine
    mark marks marina marker marsh marshal marshall martin mason masters matt mat max may maze
    me meadow melody mercer mercy merit merry messenger mike mile miles mill miller mills mine
    mint miracle mist mo moody moon moor moore more morning moss mother mount my myrtle nan nash
    nature neal new nick night nightingale no noble noon north nova oak ocean old olive opal or
    orange orchid ore osprey page paige pain palmer paris park parker parks parson parsons pat
    patience patient peace peach pearl pearls pen penny pepper perry pet peters phoenix pike
    piper pitt plant plum pole pond pool poppy porter posy post potter pound powers pratt
    precious price primrose prince princess prior promise prosper prudence queen quest rain
    rainbow raven ray read reader red reed reef reid reign remedy rex rice rich rider ridge
    rightly ring river rivers robin rock rod roman root rose rosemary rowan royal ruby rue rush
    rusk sable sadler sage sailor saint salt sand sandy sapphire saviour savage scarlet scott
    sea seal self serenity sergeant sharp shaw she shepherd shore short sidney sienna silver sky
    skipper slater smart smith snow so sol son song sorrel south spark sparrow spears speed
    spencer spring stack star stark steel stern steward stewart still stone storm story street
    strong sue summer sun sunday sunny swan sweet swift tab taylor teal temperance temple terry
    the thistle thorn thorne tiger tilly to todd tolerance topaz tower town travel treasure tree
    trinity trip troy true trust trusty tucker turner twin tyler unity unique up us vale
    valentine valley victor victory vine viola violet virtue wade walker wall walls war ward
    warden warner warren waters wave way webb welcome well wells west wheeler whistle white wild
    will willow wills win wind winter wise wish wolf wood woods worth wren wright yard yale york
    young your yule zion
    """.split()
)
"""Found as a name only with a capital in mid-sentence, a title, or another part of the name."""

REPORT_WORDS = frozenset(
    """
    about after agency agencies agreed although annual another appendix assess assessed
    assessment attend attended aware because before being between board boards both brother
    brothers cared carer carers centre chair chairman chapter charter charted charge charged
    child children clinic college concern concerns conference contact contacts council county
    court courts criminal daily daughter decision deputy director doctor during each eight
    either elder england english every executive family fathers february finally findings first
    former foster friday further general given guardian guidance having health hearing history
    homes hospital housing human however important improve including independent initial inquest
    interim january joint judge later leader learning lessons letter local london lower lucid
    manager many mental minor minutes monday months mothers named national nearly neither never
    nurse nursery nursing october officer older other others overview panel parent parents
    parish partner partners people person place placed plan planned plans police policy practice
    primary prison private probation process proper public range rather reason record records
    referral region report reports review reviews role saturday school schools screen second
    secondary section senior serious service services several shared should signed since sister
    sisters social society source staff stage standard state statement status street summary
    support surgery table taken their there these third those thursday together toward town
    tuesday under union university until unit upper verbal victim visit visits visitor voice
    wales wednesday weekly where which while whole within without witness women worker workers
    working would written years younger youth
    """.split()
)
"""Words of such reports that are written with a capital; never a misspelt name."""

TITLES = frozenset(
    "mr mrs ms miss mx dr doctor prof professor sir dame lord lady rev reverend father sister "
    "pc dc ps ds dci di wpc insp inspector sgt sergeant constable nurse matron judge".split()
)
"""Words before a name that make the next capitalised word a name."""

NOT_A_NAME_AFTER = frozenset(
    "the a an this that these those it they he she we you there any every not be have of for "
    "to".split()
)
"""After an ordinary word that opens a sentence, these say that it isn't a name: "Will the"."""

CALENDAR_LEADS = frozenset(
    "in on since during early late mid of by until till from and to between this last next before "
    "after each every st nd rd th".split()
)
"""Before the name of a month, these say that it is the month."""

ABBREVIATIONS = frozenset(
    "ad am ba bp cd cp ct cv da dc dr dv eu ed gp hq hr hv id ie ii iii io ip it iv "
    "la lo md mp mr ms nb no nt oj ok os pa pc pe pg ph pm po pp pr ps pt qc kc ra rt "
    "sa si so st sw tb tv uk un up us vi vs wc wp ae it to do go he in is me my of on "
    "or we be by as at an if".upper().split()
)
"""Capitals that are something else far more often than a person's initials."""
