"""Ordinary words that are also names are told apart by use, for people no case knows."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from redaction.values import Category

Hold = Callable[[str], list[tuple[str, Category]]]
NAMES = """
[Hope] said that she had not slept.
[Hope] told the health visitor about the bruise.
[Hope] was seen alone at school.
[Hope] was taken to hospital by ambulance.
[Hope] had been told to stay indoors.
[Hope] has disclosed nothing further.
[Hope]'s mother did not attend.
[Mark]'s bedroom was cold and bare.
[Mark] visited the flat that evening.
[Mark] didn't want to talk about it.
[Mark] and his brother were placed together.
[Grace] was admitted to the ward.
[Grace] lived with her grandmother.
[Grace] cried when she was left.
[Faith] telephoned the duty team.
[Faith] was born at term.
[Dawn] moved to another town.
[Dawn] wrote in the log that all was well.
[Rose] had been discharged the day before.
[Rose] denied any knowledge of it.
[Joy] attended the meeting on her own.
[Will] said he would ring back.
[Will] was excluded from school.
[Will] has been living with his aunt.
[May] was aged three at the time.
[Summer] was placed with foster carers.
[Young] was arrested the same night.
[King] was convicted of assault.
[Brown] was charged with neglect.
[Church] told the inquest that he was sorry.
[Bishop] denied the allegation.
[Jordan] said nothing.
[Chelsea] ran away twice.
The police spoke to [Hope] on her own.
A referral was made about [Grace] in the spring.
The school was worried about [Mark] and rang the duty team.
Nobody asked [Faith] what she wanted.
The worker saw [Rose] at home with the dog.
It was agreed that [Will] would stay.
She had met [Dawn] at the clinic.
He shouted at [Joy] in the street.
They found [Jordan] asleep on the sofa.
Staff remembered [Summer] as a lively baby.
A neighbour heard [Young] shouting.
The officer arrested [King] at the scene.
It was then that [Brown] left the house.
There was a row between [Church] and the landlord.
Her partner, [Mark], was not at home.
His friend [Will] drove the car.
The mother's partner [Brown] moved in.
Her son [Max] was four.
The baby, called [Hope], was three weeks old.
A boy named [Christian] was with her.
She was known to everyone as [Bunny].
Her sister [Joy] looked after the children.
Their daughter, [Faith], had missed five appointments.
The grandmother, [Rose], had died.
Her cousin [Drew] lived next door.
Uncle [Bill] came at weekends.
[Nana Pat] collected them.
Aunty [Joy] was there too.
Mr [Young] said so.
Mrs [King] was the head teacher.
Ms [Church] took the minutes.
Dr [Good] examined the child.
PC [Little] attended.
PC 4471 [Strong] took the call.
Miss [Bell] taught the class.
Sister [Wise] was in charge of the ward.
Social worker [Hope Fields] was new.
The midwife, [Grace Bird], noted it.
The officer in the case was DC [Dean Marsh].
Teacher [Penny Hill] rang the mother.
[Hope Garner] was the manager.
[Faith Ward] signed the form.
[Mark Long] was not told.
[Rose Brown] visited on Tuesday.
The panel heard from [Will Church] and others.
They were seen by [Dawn Little] at the clinic.
A letter from [May King] was on file.
[J. Brown] and [K. Young] were present.
Present: [R. King] (police), [S. Church] (health).
The entry was signed [H. Bird].
[BROWN, Kevin] was the driver.
[YOUNG, Hope] d.o.b. unknown.
[Jayden] and [Hope] were at school.
[Hope], [Jayden] and [Mia] were seen.
The children are [Kayleigh], [Grace] and [Tyler].
[Mark] and [Danielle] separated that year.
Dear [Hope], I am sorry to hear this.
Hi [Grace], can you ring me back please.
Thanks [Mark], that helps.
Kind regards,\\n[Dawn]
Best wishes\\n[Joy]
Signed: [Faith]
Yours sincerely,\\n[Rose Hill]
"Tell [Hope] I am sorry," he wrote.
She said: "[Will] hit me."
He texted "is [Grace] there".
I asked [Hope] about [Mark] and she laughed.
She left with [Dawn] and the baby.
The car belonged to [Grant].
Concerns for [Hope] grew.
In the view of [Grace] this was unfair.
Without [Mark] the family could not cope.
It was [Joy] who called the ambulance.
The bruise was shown to [Robin] by the teacher.
her partner, [josie], had left
spoke to [danielle]'s nan on the phone
mum says [tyler] is at his dads
[kayleigh holt] booked in late
[mrs pollard] rang again
seen by [dr obi] on call
[TRACEY] was not at home when the officer called.
The letter was sent to [KIRSTY] by mistake.
[Gerard] "[Gerry]" [Toome] was her father.
[Kasia Wojnarowska] interpreted.
The registrar was [Dr Al-Hassan].
[Sean O'Rourke] and [Fionn McAllister] were cousins.
[Jan van der Berg] lodged there.
The solicitor was [Ngozi Okonkwo-Bright].
[Zbigniew] said that the child had fallen.
Father told [Wojnarowska] that he would come.
Known as [Tommo], he sold the tickets.
""".strip().split("\n")

ORDINARY = """
Hope is not a plan.
Hope was not enough to keep the child safe.
Hope that things would improve was widespread.
There was hope for the future.
Hope for change was high among staff.
Faith in the plan was misplaced.
Faith leaders were consulted.
Faith was important to the family.
Grace before meals was a habit of the house.
Will the agencies learn from this?
Will this be enough?
May we ask that the Board considers this?
May 2016 was the last time that the child was seen.
In May the health visitor called.
By the end of May nothing had been done.
Early in April she moved.
The review was finished in June 2019.
In August 2014 there was a strategy meeting.
It began in March and ended in July.
From June to August no one visited.
Mark the date in the diary.
Mark schemes were used by the school.
Dawn raids were made on three houses.
Dawn was breaking when the police came.
Rose bushes grew by the gate.
Joy was not a word that anyone used.
Young people were not heard.
Young carers are often hidden.
Young Carers were offered a place.
Young parents need support.
The Young Offender Institution held him.
Church Street was named in no report.
The church hall was used for the group.
Church groups gave food.
The Church of England has guidance.
Brown bread and milk was all there was.
Brown marks were seen on the arm.
Black and white photographs were taken.
The adultification of Black girls is well known.
King's Counsel was instructed.
Page 3 of 12
Chapter 4 sets out the findings.
Case 12 is an example.
Ward staff were busy.
The Ward Manager was not told.
Bill payments fell behind.
Grant funding was withdrawn.
Grants were available.
Summer holidays were hard.
The summer of 2015 was quiet.
Spring term attendance was low.
In the Autumn term the attendance fell.
Christmas was spent in hospital.
Easter came and went.
Long delays were common.
Little was known of the father.
Little attention was given to the child.
Good practice was seen.
Early Help was offered.
Early Help Assessments were not done.
Strong leadership is needed.
Sharp objects were found.
Best practice was not followed.
Best Evidence interviews were held.
Cross Border placements are hard.
Cross checks were not made.
Day to day care was poor.
Close working between agencies is needed.
Law and guidance are clear.
Key workers changed.
Key Worker 1 left.
Park benches were where he slept.
House moves were frequent.
Homes were inspected by Ofsted.
Banks of records were lost.
Rich detail was given by the family.
Frank discussions were needed.
Frank conversations are hard to have.
Max doses were given.
Pat answers do not help.
Rob was not a verb in the report.
Sue the council was what he said he would do.
Guy ropes were loose.
Dean of the medical school
Major incidents were reported.
Constable 1 attended.
Judge 1 made the order.
Carol singing was cancelled.
Ivy grew over the house.
Heather grew on the moor.
Jade is a stone.
Ruby and pearl earrings were stolen.
Penny wise and pound foolish
Sky and BT were asked for records.
Virgin Media was asked.
Mother said that she was tired.
Father was seen to hit the child.
Social Worker 2 told Mother so.
Child A disclosed that Adult B had hit her.
Sibling 1 and Sibling 2 were placed together.
MGM cared for Child B.
The GP referred Child C to CAMHS.
Police attended and the Police took protection.
The Chair thanked the Panel.
Ofsted and the NSPCC were told.
Working Together to Safeguard Children (2018) says so.
The Children Act 1989 is clear.
Section 47 enquiries were begun.
The Graded Care Profile was used.
Signs of Safety was in use.
Brandon et al (2016) found the same.
Laming (2003) found that nobody looked.
As Sidebotham and others (Sidebotham et al., 2016) say, it is rare.
The Munro Review of 2011 said so.
She spoke Urdu, Polish and English.
The family is Somali and the father Kurdish.
A Polish interpreter was booked.
Mother was born in Jamaica and Father in Ghana.
He was given Ritalin and later Sertraline.
The child has Asperger's and ADHD.
Messages were sent by WhatsApp and Snapchat.
The record is on Liquidlogic and SystmOne.
EXECUTIVE SUMMARY
LESSONS LEARNED AND RECOMMENDATIONS
WHAT WE KNOW ABOUT THE FAMILY
Key Practice Episodes
The Voice of the Child
Summary of Recommendations and Actions
Terms of Reference
Health Visitor 1
N/A
On Monday she came; on Tuesday she left.
Multi-Agency Risk Assessment Conference
Non-accidental injury was considered.
The Designated Safeguarding Lead rang the MASH.
I'm sorry, she said. It's late. That's all.
We don't know. He'd gone. They'll come.
See Appendix B, Table 2.
DNA'd twice; NFA by CSC.
Consultant Paediatrician 1 examined the child.
A strategy discussion was held by telephone.
Baby P and Victoria Climbie are remembered.
The Duluth Model and the Freedom Programme were mentioned.
Mr X joined the household.
Young Person R said so.
The Crown Prosecution Service took no action.
The Coroner gave a narrative verdict.
Wales and Scotland have other rules.
The Family Court made a Care Order.
The Emergency Duty Team was rung.
Operation Encompass was in place.
Covid-19 and the first lockdown made visits rare.
""".strip().split("\n")


@pytest.mark.parametrize("sentence", NAMES)
def test_a_word_in_the_use_of_a_name_is_held(hold: Hold, sentence: str) -> None:
    """What stands in brackets is held, but for a title, and nothing beside it."""
    parts = sentence.replace("\\n", "\n").replace("]", "[").split("[")
    names = [re.sub(r"^(?:Dr|dr|mrs) ", "", name) for name in parts[1::2]]
    assert [seen for seen, _ in hold("".join(parts))] == names


@pytest.mark.parametrize("sentence", ORDINARY)
def test_an_ordinary_word_is_left_alone(hold: Hold, sentence: str) -> None:
    """Ordinary words, labels, posts, bodies, statutes and citations are no findings."""
    assert hold(sentence) == []
