"""How outlets say it: one plain sentence a wording, and the type and place to be read.

Under each type its sentences, each with its place; a line that is set in goes on with the one before. Under
"none" stand sentences that tell of no event. All are made up.
"""

from __future__ import annotations

from datetime import date

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Report

WORDS = lexicon.load()
SENTENCES = """
## clash
The Mayadin military base fell at 8.30 a.m., an opposition official said. | Al-Mayadin
US-backed fighters have pushed deeper into Hajin, capturing a hospital. | Hajin
The SDF moved one kilometre into ISIS territory in Hajin, securing 18 outposts. | Hajin
Syrian troops won the battle for the city of Deir Ezzor on Wednesday. | Deir ez-Zor
Violent battles are continuing between the SDF and ISIS in the farms of Al-Baghuz. | Al-Baghuz
US troops went toe-to-toe with militiamen in Hajin on Monday. | Hajin
SDF fighters locked horns with ISIS militants in Hajin on Monday. | Hajin
SDF fighters grappled with ISIS militants in Hajin on Monday. | Hajin
SDF fighters were locked in battle with ISIS in Hajin on Monday. | Hajin
House-to-house fighting gripped Hajin on Monday. | Hajin
The SDF gained a foothold in Hajin on Monday. | Hajin
The SDF tightened its grip on Hajin on Monday. | Hajin
The SDF asserted control of Hajin on Monday. | Hajin
The SDF imposed its control over Hajin on Monday. | Hajin
The SDF secured Hajin on Monday after ISIS fighters fled. | Hajin
The SDF made gains in Hajin on Monday. | Hajin
ISIS lost Hajin to the SDF on Monday. | Hajin
ISIS lost ground in Hajin on Monday. | Hajin
The SDF breached ISIS lines in Hajin on Monday. | Hajin
The SDF broke through ISIS defences in Hajin on Monday. | Hajin
The SDF blunted an ISIS attack on Hajin on Monday. | Hajin
The SDF countered an ISIS attack on Hajin on Monday. | Hajin
The SDF crushed an ISIS attack on Hajin on Monday. | Hajin
The SDF broke up an ISIS attack on Hajin on Monday. | Hajin
ISIS launched a major push on Hajin on Monday. | Hajin
Full control over the town of Al-Salihiyah has been established by the army. | Al-Salihiyah
The village of Al-Salihiyah was also reclaimed by army units on Monday. | Al-Salihiyah
The army brought Al-Salihiyah under its control on Monday. | Al-Salihiyah
The army returned Al-Salihiyah to its control on Monday. | Al-Salihiyah
The SDF freed the town of Al-Susah from ISIS on Monday. | Al-Susah
The SDF recovered the villages of Al-Susah from ISIS on Monday. | Al-Susah
The SDF reclaimed Al-Susah from ISIS on Monday. | Al-Susah
Army units conducted operations against dens of terrorists in Al-Jafrah village on Monday. | Al-Jafrah
The SDF opened an operation against ISIS in Hajin on Monday. | Hajin
The rebels overran a security complex in Al-Mayadin on Monday. | Al-Mayadin
The army purged the town of Al-Mayadin from the remnants of ISIS. | Al-Mayadin
The SDF closed in on Hajin on Monday. | Hajin
The SDF swept into Hajin on Monday. | Hajin
ISIS resisted the SDF in Hajin on Monday. | Hajin
Control of Hajin passed to the SDF on Monday. | Hajin
Hajin changed hands on Monday. | Hajin
Hajin fell on Monday. | Hajin
A fire exchange took place between the SDF and the NDF across the river in Hajin. | Hajin
Members of two clans shot at each other in Hajin on Monday. | Hajin
An attempt by ISIS to storm Hajin was foiled on Monday. | Hajin
The SDF established control over Hajin on Monday. | Hajin
The SDF conquered Hajin on Monday. | Hajin
The SDF dislodged ISIS from Hajin on Monday. | Hajin
The SDF expelled ISIS from Hajin on Monday. | Hajin
Hajin saw pitched battles between the SDF and ISIS on Monday. | Hajin
Two clans fought in Hajin on Monday over a well. | Hajin
SDF fighters engaged ISIS militants in Hajin on Monday. | Hajin
## armed_attack
Gunmen let off a burst of fire at an SDF post in Hajin on Monday. | Hajin
Gunmen unleashed a hail of bullets on an SDF post in Hajin on Monday. | Hajin
Gunmen emptied their rifles at an SDF car in Hajin on Monday. | Hajin
Gunmen let loose on an SDF post in Hajin on Monday. | Hajin
Gunmen fell upon an SDF post in Hajin on Monday. | Hajin
Gunmen aimed their fire at an SDF post in Hajin on Monday. | Hajin
An SDF fighter fell to a sniper's bullet in Hajin on Monday. | Hajin
An SDF post in Hajin was strafed with machine-gun fire on Monday. | Hajin
An SDF patrol drew fire in Hajin on Monday. | Hajin
An SDF patrol took fire in Hajin on Monday. | Hajin
Gunmen took out a council member in Hajin on Monday. | Hajin
Gunmen, whose identity has not been revealed, attacked a post in Al-Sukkariyah on Monday. |
    Al-Sukkariyah
Gunmen attacked an SDF post a few kilometres from Hajin on Monday. | Hajin
Hajin was the scene of an attack on an SDF post on Monday. | Hajin
Gunmen who had come from Al-Mayadin attacked an SDF post in Hajin on Monday. | Hajin
Gunmen attacked an SDF post in Hajin and fled towards Al-Mayadin on Monday. | Hajin
A farmer was shot in Al-Siyal village, which is administratively part of Al-Bukamal. | Al-Siyal
A patrol was subjected to an attack in Hajin on Monday. | Hajin
Gunmen led two men out of their homes in Al-Shaitat and shot them. | Al-Shaitat
Gunmen attacked an SDF post in downtown Hajin on Monday. | Hajin
Gunmen attacked an SDF post on the Hajin road on Monday. | Hajin
Gunmen attacked an SDF post around Hajin on Monday. | Hajin
Gunmen attacked an SDF post in the Hajin pocket on Monday. | Hajin
Gunmen assaulted an SDF post in Hajin on Monday. | Hajin
A teacher from Al-Mayadin was shot dead in Hajin on Monday. | Hajin
Gunmen lobbed a grenade at an SDF post in Hajin on Monday. | Hajin
## ambush
ISIS fighters lured an SDF patrol into a trap near Hajin on Monday. | Hajin
An SDF patrol was waylaid near Hajin on Monday. | Hajin
An SDF patrol drove into an ambush near Hajin on Monday. | Hajin
An ambush set by ISIS near Hajin on Monday claimed two lives. | Hajin
ISIS fighters laid an ambush for an SDF patrol near Hajin on Monday. | Hajin
ISIS ambushed three leaders of a tribe near Al-Shulah and killed them. | Al-Shulah
An SDF patrol fell into an ambush near Hajin on Monday. | Hajin
## assassination
Gunmen bumped off a council member in Hajin on Monday. | Hajin
The life of a council member was ended by gunmen in Hajin on Monday. | Hajin
A teacher from the town of Dhiban was shot dead in the town by masked gunmen. | Dhiban
Council official assassinated in Hajin | Hajin
A council member was shot at point-blank range in Hajin on Monday. | Hajin
Gunmen put a bullet in the head of a council member in Hajin on Monday. | Hajin
A council member was slain in Hajin on Monday. | Hajin
Council official survives assassination bid in Hajin | Hajin
A council member escaped an attempt on his life in Hajin on Monday. | Hajin
The body of a man was found in Hajin on Monday with bullet wounds. | Hajin
## airstrike
The coalition targeted the attackers near Khasham with a mix of air and artillery strikes. | Khasham
Warplanes kept bombing Al-Muwazzafin neighbourhood in Deir Ezzor city on Monday. | Al-Muwazzafin (Deir
    ez-Zor city)
Jets unleashed missiles on ISIS posts in Hajin on Monday. | Hajin
Hajin was hit from the air on Monday. | Hajin
Hajin came under aerial bombardment on Monday. | Hajin
Aircraft of unknown identity attacked a militia post in Hajin on Monday. | Hajin
Unidentified planes shelled a militia post in Hajin on Monday. | Hajin
Jets struck Hajin repeatedly on Monday. | Hajin
Jets blasted an ISIS post in Hajin on Monday. | Hajin
Hajin was bombed from the air on Monday. | Hajin
Jets rained bombs on Hajin on Monday. | Hajin
Jets struck the arms depots of Ayyash, west of Deir Ezzor city. | Ayyash
## drone_strike
A booby-trapped drone fell on a militia post in Hajin on Monday. | Hajin
A drone dropped a bomb on a militia post in Hajin on Monday. | Hajin
A quadcopter dropped a grenade on an SDF post in Hajin on Monday. | Hajin
Drone strike on truck in Hajin | Hajin
An explosive-laden drone targeted the base in Hajin on Monday. | Hajin
A kamikaze drone slammed into a militia post in Hajin on Monday. | Hajin
A militia post in Hajin was hit by a drone on Monday. | Hajin
A drone fired a missile at a car in Hajin on Monday. | Hajin
An armed UAV took out a car in Hajin on Monday. | Hajin
## shelling
The tribes bombed SDF points in the town of Al-Shuhayl. | Al-Shuhayl
Coalition forces answered with two shells on the Al-Mayadin desert. | Al-Mayadin desert
Coalition forces responded with artillery on Al-Mayadin on Monday. | Al-Mayadin
Coalition forces replied with a rocket salvo at Al-Mayadin on Monday. | Al-Mayadin
Shells crashed into a house in Hajin on Monday. | Hajin
Tanks fired at houses in Hajin on Monday. | Hajin
The army poured shells into Hajin on Monday. | Hajin
Heavy shelling hit Hajin on Monday. | Hajin
Cannon fire struck the outskirts of Hajin on Monday. | Hajin
Artillery pounded Hajin on Monday. | Hajin
The army fired volleys of rockets at Hajin on Monday. | Hajin
Hajin came under shelling on Monday. | Hajin
Regime shelling wounded two children in Hajin. | Hajin
A salvo of rockets was launched at the base in Hajin on Monday. | Hajin
## ied_or_mine
A landmine from the time of ISIS claims five lives in Al-Shulah. | Al-Shulah
SDF members were hurt by a device that targeted their car on the Al-Kharafi road. | Al-Kharafi road
The blast of a landmine, whose source is still not known, killed two boys in
    Al-Sukkariyah on Monday. | Al-Sukkariyah
Two sappers died while defusing a bomb in Hajin on Monday. | Hajin
A guard was killed by a device planted under his car in Hajin. | Hajin
An SDF vehicle ran over a mine in Hajin on Monday. | Hajin
Gunmen set off a bomb at the house of an official in Hajin on Monday. | Hajin
A bomb exploded under a car in Hajin on Monday. | Hajin
A bomb targeted an SDF vehicle on the Kharafi road on Monday. | Al-Kharafi road
Child loses leg in mine blast in Hajin | Hajin
A leftover shell exploded in Hajin on Monday, wounding a child. | Hajin
A magnetic bomb killed an officer in Hajin on Monday. | Hajin
## suicide_bombing
SVBIEDs hit SDF posts in Hajin on Monday. | Hajin
A suicide car bomb hit a checkpoint in Hajin on Monday. | Hajin
ISIS sent a suicide vehicle at SDF posts in Hajin on Monday. | Hajin
A man wearing an explosive belt blew himself up in Hajin on Monday. | Hajin
A bomber detonated his vest at a checkpoint in Hajin on Monday. | Hajin
A bomber blew himself up at a checkpoint in Hajin on Monday. | Hajin
## arrest_or_raid
A partnered helicopter and ground assault raid near Hajin led to the capture of two ISIS members. |
    Hajin
The Asayish collared two smugglers in Hajin on Monday. | Hajin
Two wanted men fell into the hands of the Asayish in Hajin on Monday. | Hajin
The SDF swooped on a house in Hajin on Monday and detained a teacher. | Hajin
The Asayish rounded up a dozen men in Hajin on Monday. | Hajin
The SDF carried out a crackdown in Hajin on Monday, arresting ten. | Hajin
SDF members detained a person in Al-Baghuz town on Monday. | Al-Baghuz
The Asayish nabbed two ISIS members in Hajin on Monday. | Hajin
Arrests took place in Hajin on Monday. | Hajin
Two men were hauled off by a patrol in Hajin on Monday. | Hajin
## security_operation
A similar operation was held in Abu Hamam on January 30. | Abu Hamam
A manhunt was under way in Hajin on Monday. | Hajin
The SDF launched a hunt for ISIS cells in Hajin on Monday. | Hajin
The SDF declared a curfew in Hajin on Monday. | Hajin
The SDF sealed off Hajin on Monday. | Hajin
The SDF searched houses in Hajin on Monday. | Hajin
The Asayish defused a bomb in Hajin on Monday. | Hajin
The Asayish uncovered a weapons cache in Hajin on Monday. | Hajin
A security sweep began in Hajin on Monday. | Hajin
The SDF scoured the outskirts of Hajin on Monday for ISIS cells. | Hajin
## abduction
Shepherds abducted in Hajin | Hajin
A trader was held hostage in Hajin on Monday by gunmen. | Hajin
Gunmen bundled a trader into a car in Hajin on Monday. | Hajin
A trader was spirited away by gunmen in Hajin on Monday. | Hajin
Gunmen took a trader hostage in Hajin on Monday. | Hajin
A trader went missing in Hajin on Monday after gunmen stopped him. | Hajin
Gunmen kidnapped a trader in Hajin on Monday for ransom. | Hajin
## deployment
The SDF stepped up its presence in Hajin on Monday. | Hajin
SDF patrols roamed Hajin on Monday. | Hajin
The militias went on full alert in Al-Mayadin city on Monday. | Al-Mayadin
SDF fighters entrenched themselves in Hajin on Monday. | Hajin
The SDF massed troops in Hajin on Monday. | Hajin
A US patrol toured the villages near Hajin on Monday. | Hajin
The SDF erected checkpoints in Hajin on Monday. | Hajin
SDF beefs up security in Hajin | Hajin
The militia established a base in Hajin on Monday. | Hajin
## movement
US forces introduced two columns of reinforcements to their base at the Conoco field. | Conoco gas field
The militia pumped reinforcements into Al-Mayadin on Monday. | Al-Mayadin
The militia funnelled fighters into Al-Mayadin on Monday. | Al-Mayadin
The militia ferried fighters to Al-Mayadin on Monday. | Al-Mayadin
A joint patrol passed through Hajin on Monday. | Hajin
The militia rushed fighters to Al-Mayadin on Monday. | Al-Mayadin
Trucks carrying weapons arrived in Hajin on Monday. | Hajin
The militia poured troops into Al-Mayadin on Monday. | Al-Mayadin
A convoy of the SDF pulled into Hajin on Monday. | Hajin
Fresh troops arrived in Hajin on Monday. | Hajin
## withdrawal
The SDF has forced ISIS fighters to pull back from the district near Hajin. | Hajin
The SDF compelled ISIS fighters to withdraw from Hajin on Monday. | Hajin
Airstrikes forced the militants to flee from Hajin on Monday. | Hajin
The SDF dismantled its posts in Hajin on Monday. | Hajin
The SDF decamped from Hajin on Monday. | Hajin
SDF fighters slipped away from Hajin on Monday. | Hajin
ISIS fighters were forced to pull out of Hajin on Monday. | Hajin
The SDF quit Hajin on Monday. | Hajin
The SDF fled Hajin on Monday. | Hajin
Militias pull out of Hajin | Hajin
The SDF left Hajin on Monday. | Hajin
The SDF pulled back from Hajin on Monday. | Hajin
The SDF handed over its posts in Hajin on Monday. | Hajin
The SDF vacated its posts in Hajin on Monday. | Hajin
## protest
Protesters raised banners in Hajin on Monday. | Hajin
A mass protest gripped Hajin on Monday. | Hajin
The SDF fired into the air to disperse protesters in Hajin on Monday. | Hajin
Hajin saw a popular rally on Monday. | Hajin
Crowds poured into the streets of Hajin on Monday. | Hajin
Crowds gathered in Hajin on Monday to demand bread. | Hajin
Residents took to the streets in Hajin on Monday. | Hajin
Residents marched in Hajin on Monday against the council. | Hajin
Protesters chanted against the SDF in Hajin on Monday. | Hajin
Oil workers walked out in Hajin on Monday. | Hajin
## looting_or_property_destruction
The militia burnt several houses in Al-Shuhayl in retaliation against those who had demonstrated. |
    Al-Shuhayl
Militiamen rustled 200 sheep near Hajin on Monday. | Hajin
Militiamen held up a money changer in Hajin on Monday. | Hajin
Militiamen put houses to the torch in Hajin on Monday. | Hajin
Militiamen vandalised a school in Hajin on Monday. | Hajin
Militiamen smashed up shops in Hajin on Monday. | Hajin
Militiamen ransacked shops in Hajin on Monday. | Hajin
Militiamen made off with 200 sheep near Hajin on Monday. | Hajin
Militiamen robbed a money changer in Hajin on Monday. | Hajin
Militiamen burgled a house in Hajin on Monday. | Hajin
Militiamen blew up a house in Hajin on Monday. | Hajin
Militiamen set houses ablaze in Hajin on Monday. | Hajin
Militiamen looted houses in Hajin on Monday. | Hajin
## other_violence
IS displayed the heads of three tribesmen in a square of Al-Jurdi. | Al-Jurdi
Militiamen roughed up a driver in Hajin on Monday. | Hajin
Gunmen took a man to the desert of Hajin and cut off his head. | Hajin
ISIS beheaded a man in Hajin on Monday. | Hajin
ISIS put a man to death in Hajin on Monday. | Hajin
Militiamen tortured a man to death in Hajin on Monday. | Hajin
A stray bullet killed a child in Hajin on Monday. | Hajin
A corpse was found dumped in Hajin on Monday bearing signs of torture. | Hajin
ISIS crucified a man in Hajin on Monday. | Hajin
A detainee died under torture in Hajin on Monday. | Hajin
## agreement
Former members of the group struck reconciliation deals in Al-Mayadin in the presence of dignitaries. |
    Al-Mayadin
The two clans buried the hatchet in Hajin on Monday. | Hajin
The two clans agreed to stop fighting in Hajin on Monday. | Hajin
A truce came into force in Hajin on Monday. | Hajin
Prisoners were exchanged in Hajin on Monday. | Hajin
The two clans agreed on a ceasefire in Hajin on Monday. | Hajin
The two clans reached a truce in Hajin on Monday. | Hajin
The two clans struck a deal in Hajin on Monday. | Hajin
A ceasefire took effect in Hajin on Monday. | Hajin
The two clans settled their dispute in Hajin on Monday. | Hajin
Tribal elders brokered a truce in Hajin on Monday. | Hajin
The SDF and the army signed a deal in Hajin on Monday. | Hajin
## training_or_exercise
Joint military exercises got under way at the Al-Omar field on Monday. | Al-Omar oil field
Sounds of blasts heard at the Al-Omar field on Monday were due to drills. | Al-Omar oil field
The coalition staged manoeuvres at the Al-Omar field on Monday. | Al-Omar oil field
SDF recruits graduated from a course at the Al-Omar field on Monday. | Al-Omar oil field
The coalition held drills at the Al-Omar field on Monday. | Al-Omar oil field
The coalition ran a live-fire exercise at the Al-Omar field on Monday. | Al-Omar oil field
US troops trained SDF fighters at the Al-Omar field on Monday. | Al-Omar oil field
## none
The explosions in Al-Mayadin were caused by militiamen detonating old ammunition.
A gas cylinder exploded in a house in Hajin, injuring a woman.
A fuel refinery exploded in Hajin because of a technical fault.
What is behind the attacks in Hajin?
The SDF trains guards in Hajin every year.
ISIS used to execute people in the square of Hajin.
Elders went to the house of a commander in Hajin for talks on Monday.
Iran wants to expand its influence in Hajin through aid.
The SDF called on residents of Hajin to report suspicious objects.
Hajin: life returns to normal after years of war
Workers in Hajin felled trees to build a road.
The commander vowed to avenge the dead of Hajin.
Since 2019, attacks in Hajin have killed more than 300 people.
The SDF said it would not leave Hajin.
The fire brigade put out a blaze in a shop in Hajin.
Night fell over Hajin.
The SDF released 20 detainees in Hajin after a tribal request.
A funeral was held in Hajin for a fighter.
The SDF is expected to advance on Hajin.
The military was placed on alert across the whole country of Syria.
Rain fell in Hajin on Monday.
"""


def told() -> dict[str, tuple[str, str]]:
    """The type and place ("none", "") that each sentence tells of."""
    expected: dict[str, tuple[str, str]] = {}
    kind = ""
    for line in SENTENCES.replace("\n    ", " ").strip().splitlines():
        if line.startswith("## "):
            kind = line.removeprefix("## ")
            continue
        text, _, place = line.partition(" | ")
        expected[text] = kind, place
    return expected


@pytest.mark.parametrize(("text", "kind", "place"), [(text, *told) for text, told in told().items()])
def test_each_wording_is_read_right(text: str, kind: str, place: str) -> None:
    events = read_report(Report("one", text, published=date(2023, 5, 17), language="en"), WORDS).events
    expected = [] if kind == "none" else [(kind, place)]
    assert [(event.event_type, event.place and event.place.name) for event in events] == expected
