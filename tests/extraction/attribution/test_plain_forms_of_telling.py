"""Plain forms in which pages as they really are tell who says a number, and what stands near them."""

from __future__ import annotations

import pytest
from test_attribution_pages import says

TITLE = "What happened in the town\n\n"


@pytest.mark.parametrize(
    ("text", "number", "speaker"),
    [
        ("Kazan police came to the bazaar on Thursday and, they said, took in 640 traders.", "640", "Kazan police"),
        ("Border guards raided three flats and, according to them, found 41 foreigners.", "41", "Border guards"),
        ("Some 220 stood there at four, by Anna Kim's account, and 40 were let go.", "40 were", "Anna Kim"),
        ("Thousands of men have been beaten since spring, the Harbour Union says: taken and locked up.", "Thousands",
         "Harbour Union"),
        ("Radio Volna gave 41,200 as the figure for 2022.", "41,200", "Radio Volna"),
        ("Interfax quoted prison officials as saying on Monday that 17 would be sent home.", "17", "prison officials"),
        ("The consul visited the wounded. According to him, three of them have been operated on.", "three", "consul"),
        ("The imam came to the station at night. By his account, 60 men stood there.", "60", "imam"),
        ("The Ministry of Foreign Affairs is silent. The consul came. According to him, 14 left.", "14", "consul"),
        ("Room is short, says Awa Faye, who runs the post. The day before, thirty more people had come.", "thirty",
         "Awa Faye"),
        ("Kun.uz received a letter from Uzbek workers who are kept at a farm. There are 34 of them.", "34",
         "Uzbek workers"),
        ("The paper got a video message from citizens who are held in Perm. There are 17 of them.", "17", "citizens"),
        ("Police spoke of a raid. “Many were held,” said Pavel Somov. In it “almost 1.2 thousand people who live"
         " there” were checked, “several hundred” fined.", "several hundred", "Pavel Somov"),
        ("Police spoke. The women were taken in, where they said 12 more were held.", "12 more", "women"),
        ("Authorities say 20 are ill. Four people were on a wanted list, they added.", "Four", "Authorities"),
        ("The embassy of Peru said no one died. According to the diplomatic mission, three left.", "three left",
         "embassy of Peru"),
        ("Six men are in Tomsk. Consulate General of Peru in Oslo reported.", "Six",
         "Consulate General of Peru in Oslo"),
        ("In May 63 people were held, 31 of whom broke the law,\n\nthe Labour Ministry reported.", "63",
         "Labour Ministry"),
        ("Marco Lodi told AFP several of the survivors had said 400 were on board.", "400", "survivors"),
        ("There would be at least 21 missing, according to what survivors said to the coast guard.", "21", "survivors"),
        ("According to the monitoring data of Sova Center, the number of attacks fell. Of 44 victims, nine died.",
         "44", "Sova Center"),
        ("The Fair Work group published a report. The company told the group that 80 workers were paid.", "80",
         "company"),
        ("A letter from a group of prisoners was sent to the press. The letter said that 20 of them were ill.", "20",
         "a group of prisoners"),
        ("Minister Olga Serova told Vedomosti nothing. Some 14,000 have no papers, the paper notes.", "14,000",
         "Vedomosti"),
        ("Police gave no word. At least 30 were hurt near Omsk, regional media report.", "30", "regional media"),
        ("Since May 1,200 people were expelled, the Rights of Drivers Association (RDA) estimates.", "1,200",
         "Rights of Drivers Association (RDA)"),
        ("Nine men are to be deported, it is said in the court's press release.", "Nine", "court"),
        ("Amadou, a mason, showed Vesti a scar. He had been kept with 30 others, he said.", "30", "Amadou"),
        ("The owner paid no fine. He says he had papers for 25 of the men.", "25", "owner"),
        ("Six men were taken to the airport, the bailiffs told 59.ru. Eight more are in jail.", "Eight",
         "bailiffs"),
        ("Asked of the raids in Kaluga, during which, according to relatives, 40 were held, minister Pavel Somov said"
         " he had no news.", "40", "relatives"),
        ("Baza, a channel, was the first to tell of it. By its account, 60 men were beaten.", "60", "Baza"),
        ("The young men, about 25 of them, turned up on Friday, the Kommersant daily writes.", "25", "Kommersant"),
        ("A cook said that 120 were held. “They took 70 of us,” said the man, who did not want to be named.\n\n"
         "Kun.uz asked the ministry for comment.", "70", "A cook"),
        ("The release leaves out nine men who, according to the drivers, were beaten.", "nine", "drivers"),
        ("Pakistan's embassy said two died. The ministry told the Herald that 37 died.", "37", "ministry"),
        ("The spokesman for the army, Sidi Ahmed, met us. He did not count them, but spoke of 40 boats.", "40",
         "Sidi Ahmed"),
        ("In April officers checked 5,600 foreigners, the regional police reported on their website.", "5,600",
         "regional police"),
        ("Vesti reported on a raid. Police reported on Telegram that 41 were held.", "41", "Police"),
        ("The Labour Ministry held 60 men, it said in a report. It follows from the report that 12 had no papers.",
         "12", "Labour Ministry"),
        ("The Labour Ministry said 60 were held. The consulate confirmed to Interfax: 45 citizens are there.", "45",
         "consulate"),
        ("The judge jailed Farid Nazarov on Tuesday. He says that 14 men in the cell are ill.", "14", "Farid Nazarov"),
        ("The prosecutor demanded ten years for Farid Nazarov. He said 12 men had been held.", "12", "Farid Nazarov"),
        ("The consul came to see Olim Saidov. He told her that 12 men were held.", "12 men", "Olim Saidov"),
        ("The consul came to see Anna Kim. According to him, 12 men were held.", "12", "consul"),
        ("The consul visited the jail. He said nine left. The consul came again. According to him, 12 men were held.",
         "12", "consul"),
        ("The war ministry claimed the attack killed 12 drivers near Omsk.", "12", "war ministry"),
        ("Activists claimed the strikes in Omsk left 40 people dead.", "40", "Activists"),
        ("The army claimed attacks on the town had killed 37 people.", "37", "army"),
        ("The police came on Monday. Four neighbours saw three soldiers beat Ivan, they added.", "three",
         "Four neighbours"),
        ("The embassy of Peru said no one died. The mission to save the miners failed, and the mission reported 14"
         " dead.", "14", "mission"),
    ],
)  # fmt: skip
def test_whoever_tells_a_number_in_a_plain_form_says_it(text: str, number: str, speaker: str) -> None:
    assert says(TITLE + text, number)[0] == speaker


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("In May some 300 youths marched after a girl was hurt by a driver who, police said later, is Tajik.", "300"),
        ("About 90 people left a hostel which, the mayor's office says, had been closed long ago.", "90"),
        ("The Front group claimed the bombing, in which 37 people died.", "37"),
        ("The Front group claimed the Omsk attack on Monday, which killed 37 people.", "37"),
        ("An armed group claimed responsibility for the attack, in which 20 soldiers were killed.", "20"),
        ("The agency received a call from a bank. There are 20 branches in the city.", "20"),
        ("Since May 1,200 people were expelled. The figure is disputed by the ministry.", "1,200"),
        ("The men are tired, it was reported in June. Some 40 left.", "40"),
        ("The station was calm, police said. Earlier that week, protesters had burned 15 cars.", "15"),
    ],
)
def test_what_only_stands_near_such_a_form_is_the_pages_own(text: str, number: str) -> None:
    assert says(TITLE + text, number) == ["The Courier"]


def test_words_behind_dashes_are_those_of_whoever_speaks_between_them() -> None:
    text = (
        f"{TITLE}Anna Kim thinks that there are more.\n\n— We can speak of 90 thousand teenagers. They find a job, —"
        " she told Vesti.\n\n— Some 340 came to us, — said Omar Diallo. — Half of them were beaten. In May there were"
        " 410.\n\n— 40 people were held."
    )
    assert says(text, "90 thousand")[0] == "Anna Kim"
    assert says(text, "340")[0] == says(text, "Half")[0] == says(text, "410")[0] == "Omar Diallo"
    assert says(text, "40 people") == ["The Courier"]


def test_they_and_a_further_number_go_on_with_the_count_of_whoever_gave_it() -> None:
    text = (
        f"{TITLE}In May 315 people are to be expelled, such data was given by Irina Dolgova.\n\n"
        "A guarded centre awaits 276 foreigners. The remaining 39 people leave on their own.\n\n"
        "In Tver 12 people were held."
    )
    assert says(text, "276")[0] == says(text, "39")[0] == "Irina Dolgova"
    assert says(text, "12 people") == ["The Courier"]
