"""Who says what a body counted, where one of its people tells it; no crowd that was counted goes on."""

from __future__ import annotations

import pytest
from test_attribution_pages import says

TITLE = "What the guards did\n\n"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "UNHCR has registered 315 complaints since the new year, its field officer Sadia Baloch told reporters.",
            "Sadia Baloch",
        ),
        (
            "Tajikistan's labor ministry expects up to 315 returnees, deputy minister Shahlo Mirzoeva said last week.",
            "Shahlo Mirzoeva",
        ),
        (
            "Nurlan Osmonov, the consul in Osh, said that many had applied. Osmonov said the consulate had counted 315"
            " cases.",
            "Nurlan Osmonov",
        ),
        ("The police department has recorded 315 attacks, a police spokesman, Oleg Sedov, said.", "Oleg Sedov"),
        (
            '"A consul went to the station and learned that 315 men were held," says a statement which the Embassy of'
            " Tajikistan posted on its channel.",
            "Embassy of Tajikistan",
        ),
        (
            "The Embassy of Tajikistan in Moscow said men were held. The diplomats add that 315 were let go.",
            "Embassy of Tajikistan",
        ),
    ],
)
def test_whoever_tells_what_the_own_body_counted_says_it(text: str, who: str) -> None:
    assert who in says(f"{TITLE}{text}", "315")[0]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("UNHCR has registered 315 complaints, Interior Ministry spokesman Oleg Sedov said.", "UNHCR"),
        ("The Labor Ministry has registered 315 cases, Interior Ministry spokesman Oleg Sedov said.", "Labor Ministry"),
        ("The Kyrgyz consulate has counted 315 cases, the Uzbek consul Oleg Sedov said.", "Kyrgyz consulate"),
        ("The migration service has recorded 315 cases, migration lawyer Anna Kim said.", "migration service"),
        (
            "The police department has recorded 315 attacks, a police accountability campaigner, Anna Kim, said.",
            "police department",
        ),
        ("The mayor, Oleg Sedov, said the commission had found that 315 men were beaten.", "commission"),
        ('"Their lawyer told us that 315 men were held," says a statement of the Embassy of Tajikistan.', "lawyer"),
    ],
)
def test_what_another_body_counted_stays_its_own(text: str, who: str) -> None:
    assert who in says(f"{TITLE}{text}", "315")[0]


@pytest.mark.parametrize(
    "text",
    [
        "The agency said it had read the letters. 2,612 citizens complained that no wages were paid. Another 315 asked"
        " for help.",
        "The agency said it had read the letters. Eleven said that they had been beaten. Another 315 asked for help.",
    ],
)
def test_a_crowd_that_was_counted_does_not_go_on(text: str) -> None:
    assert says(f"{TITLE}{text}", "315")[0] in ("agency", "The Courier")


@pytest.mark.parametrize(
    "text",
    [
        "Transfers from Kazakhstan came to $315 million.",
        "Remittances from Russia came to $315 million.",
        "Trade with Latvia in timber came to 315 million.",
        "Recruiters in Osh charged each worker 315 dollars.",
        "The agents charge them 315 dollars or more.",
        "The men recorded their statements at the station against Gurdeep Lal, who had promised them 315 dollars.",
        "The Muslim Board asked the governor to step in; residents of the town collected 315 signatures.",
        "Bheki Zondi, a leader, denied it. “We are no criminals,” he said outside court, where 315 supporters sang.",
        "No complaints have come in, the consulate noted. It is recalled that 315 citizens live in the region.",
    ],
)
def test_what_is_no_speech_has_no_speaker(text: str) -> None:
    assert says(f"{TITLE}{text}", "315") == ["The Courier"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rescuers from Osh put the toll at 315.", "Rescuers from Osh"),
        ("The union charged that 315 men had been beaten.", "union"),
        ("The group charged the police with beating 315 men.", "group"),
        ("Some 315 men were beaten, the union charged.", "union"),
        ("The charity recorded 315 cases of beatings.", "charity"),
        ("“They took my son,” Anna Lee said, where 315 others were taken too.", "Anna Lee"),
        ("No complaints have come in, the consulate noted. It was added that 315 citizens live there.", "consulate"),
        ("In the year 315 people had lost it, reported the TV channel RTVI.", "RTVI"),
    ],
)
def test_what_looks_like_it_is_speech(text: str, who: str) -> None:
    assert who in says(f"{TITLE}{text}", "315")[0]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "A former guard at the Dhamar prison said that cells were full. Some were freed after relatives in Addis"
            " Ababa paid 315 riyals, he told the paper.",
            "A former guard at the Dhamar prison",
        ),
        (
            "Gulnora Yusufi, a lawyer, said the men were put in a garage. One of those held, a 31-year-old driver, told"
            " Asia-Plus that officers made them sing. He also alleged that police took 315 rubles.",
            "One of those held",
        ),
        (
            "The regional branch of the Investigative Committee said the operation was a check. Footage published by"
            " the agency shows how masked officers collect phones. Several are then led to a bus.\n\nSome 315"
            " foreigners were checked, it said.",
            "Investigative Committee",
        ),
        (
            "Officials gave no number.\n\nHaji Noor Wali, 61, who ran a bakery for 22 years, disputed it. “The officer"
            " demanded 315 rupees,” he told reporters.",
            "Noor Wali",
        ),
    ],
)
def test_a_pronoun_means_who_may_be_meant(text: str, who: str) -> None:
    assert says(f"{TITLE}{text}", "315")[0] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Transfers grew, Deputy Governor Sanjar Yoqubov said at a press conference, a Gazeta correspondent reports."
            " “The share of Russia is 315 million,” he explained.",
            "Sanjar Yoqubov",
        ),
        (
            "Deputy Governor Sanjar Yoqubov said it grew. A Gazeta correspondent was there and said that men were held."
            " He said that 315 were let go.",
            "A Gazeta correspondent",
        ),
    ],
)
def test_he_is_no_reporter_who_only_passes_it_on(text: str, who: str) -> None:
    assert says(f"{TITLE}{text}", "315")[0] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "ICE's director Dana Pruitt said 63 were held.\n\nThe workers were bused to jails in Iowa, said immigration"
            " attorney Beth Orozco. She said she had been able to see 315 of them.",
            "Beth Orozco",
        ),
        ("The rights group Open Road said men were held. It said that 315 were let go.", "Open Road"),
        (
            "Steppe Police has confirmed that officers were hurt. A councillor, Amina Shah, said people were scared."
            " The force said 315 arrests had been made.",
            "Steppe Police",
        ),
        ("The task force said men were hurt. The force said that 315 were held.", "task force"),
        (
            "Men were held, the guard's Urals district announced.\n\nMigrant groups have counted 11 assaults in the"
            ' city. "As a result, 315 persons were delivered to the police," the statement said.',
            "guard's Urals district",
        ),
        (
            "Men were held, the guard's Urals district announced.\n\nThe Open Road group says it has counted 11"
            ' assaults. "As a result, 315 persons were delivered to the police," the statement said.',
            "Open Road group",
        ),
    ],
)
def test_whoever_spoke_last_is_called_again(text: str, who: str) -> None:
    assert says(f"{TITLE}{text}", "315")[0] == who


def test_he_is_no_woman() -> None:
    page = f"{TITLE}The lawyer Olga Kim said that 12 men had been beaten. He also alleged that 315 had died."
    assert says(page, "315") == ["The Courier"]
