"""Names: their parts, their order, and which are nearly the same."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from profilegen.model.folding import folded_key
from profilegen.model.names import Name, spells_nearly

WORDS = st.sampled_from("Ada Wei Jean-Paul O’Neil van de la von y e J. Jr. III ii 't é 王 伟".split())
GIVEN_NAMES = st.sampled_from("Ada J. Jean-Paul Wei Éva Lê van".split())
FAMILY_NAMES = st.sampled_from("Lovelace O’Neil Łukasz García-Márquez 'Hooft Ii".split())


def parts(text: str) -> tuple[str, str, str, str]:
    name = Name.parse(text)
    return name.given, name.particle, name.family, name.suffix


@pytest.mark.parametrize(
    ("text", "given_", "particle", "family", "suffix"),
    [
        ("Ada Lovelace", "Ada", "", "Lovelace", ""),
        ("Frank Chongwoo Park", "Frank Chongwoo", "", "Park", ""),
        ("Plato", "", "", "Plato", ""),
        ("Ludwig van Beethoven", "Ludwig", "van", "Beethoven", ""),
        ("Johann Wolfgang von Goethe", "Johann Wolfgang", "von", "Goethe", ""),
        ("María de la Cruz", "María", "de la", "Cruz", ""),
        ("Wernher von und zu Braun", "Wernher", "von und zu", "Braun", ""),
        ("Gerard 't Hooft", "Gerard", "'t", "Hooft", ""),
        ("Gerard ’t Hooft", "Gerard", "’t", "Hooft", ""),
        ("Rieks op den Akker", "Rieks", "op den", "Akker", ""),
        ("Ana das Neves", "Ana", "das", "Neves", ""),
        ("Jean de La Fontaine", "Jean", "de", "La Fontaine", ""),
        ("de La Fontaine", "", "de", "La Fontaine", ""),
        ("Ana De La Fontaine", "Ana De La", "", "Fontaine", ""),
        ("María del Carmen García", "María del Carmen", "", "García", ""),
        ("van Gogh", "", "van", "Gogh", ""),
        ("de la Cruz", "", "de la", "Cruz", ""),
        ("ben taskar", "ben", "", "taskar", ""),
        ("Ben Taskar", "Ben", "", "Taskar", ""),
        ("Al Gore", "Al", "", "Gore", ""),
        ("Jean le Rond d'Alembert", "Jean le Rond", "", "d'Alembert", ""),
        ("Muhammad ibn Musa al-Khwarizmi", "Muhammad ibn Musa", "", "al-Khwarizmi", ""),
        ("Santiago Ramón y Cajal", "Santiago", "", "Ramón y Cajal", ""),
        ("José Ortega y Gasset", "José", "", "Ortega y Gasset", ""),
        ("Ortega y Gasset", "", "", "Ortega y Gasset", ""),
        ("Juan de la Rosa y Vega", "Juan", "de la", "Rosa y Vega", ""),
        ("Martin Luther King Jr.", "Martin Luther", "", "King", "Jr."),
        ("Hal Daumé III", "Hal", "", "Daumé", "III"),
        ("John Smith 3rd", "John", "", "Smith", "3rd"),
        ("Sammy Davis, Jr.", "Sammy", "", "Davis", "Jr."),
        ("Naomasa Ii", "Naomasa", "", "Ii", ""),
        ("  Ada \t Lovelace ", "Ada", "", "Lovelace", ""),
        ("Lovelace, Ada", "Ada", "", "Lovelace", ""),
        ("Lovelace ,Ada King", "Ada King", "", "Lovelace", ""),
        ("van Beethoven, Ludwig", "Ludwig", "van", "Beethoven", ""),
        ("Beethoven, Ludwig van", "Ludwig", "van", "Beethoven", ""),
        ("de la Cruz, María", "María", "de la", "Cruz", ""),
        ("De la Cruz, María", "María", "", "De la Cruz", ""),
        ("García Márquez, Gabriel", "Gabriel", "", "García Márquez", ""),
        ("King, Jr., Martin Luther", "Martin Luther", "", "King", "Jr."),
        ("King Jr., Martin Luther", "Martin Luther", "", "King", "Jr."),
        ("King, Martin Luther, Jr.", "Martin Luther", "", "King", "Jr."),
        ("van, Thi", "Thi", "", "van", ""),
        ("王伟", "", "", "王伟", ""),
        ("山田 太郎", "太郎", "", "山田", ""),
        ("山田　太郎", "太郎", "", "山田", ""),
        ("佐々木, 太郎", "太郎", "", "佐々木", ""),
        ("김 철수", "철수", "", "김", ""),
        ("𠮷野, 太郎", "太郎", "", "𠮷野", ""),
    ],
)
def test_a_name_has_its_parts(text: str, given_: str, particle: str, family: str, suffix: str) -> None:
    assert parts(text) == (given_, particle, family, suffix)


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("de la Cruz, María", "María de la Cruz"),
        ("Beethoven, Ludwig van", "Ludwig van Beethoven"),
        ("King, Jr., Martin Luther", "Martin Luther King Jr."),
        ("King Jr., Martin Luther", "Martin Luther King Jr."),
        ("Santiago  Ramón y\u00a0Cajal", "Santiago Ramón y Cajal"),
        ("山田, 太郎", "山田太郎"),
        ("山田 太郎", "山田 太郎"),
    ],
)
def test_a_name_is_printed_as_its_owner_writes_it(text: str, full: str) -> None:
    assert Name.parse(text).full == full


@pytest.mark.parametrize("text", ["", " ", ",", "Lovelace,", ", Ada", "...", "42", "-, .", "\u200b"])
def test_what_has_no_letters_or_an_empty_part_is_no_name(text: str) -> None:
    with pytest.raises(ValueError, match='a name is written Given Family, or "Family, Given"'):
        Name.parse(text)


@pytest.mark.parametrize("text", ["Tang, Jiang, Liu", "A, B, C, D", "King, Jr., Martin, Luther"])
def test_several_names_in_one_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="write one list item an author"):
        Name.parse(text)


@pytest.mark.parametrize("text", ["Jane Doe, PhD", "Doe, Jane, PhD", "Jane Doe PhD", "Jane Mary Doe PhD"])
def test_a_degree_is_refused_and_named(text: str) -> None:
    with pytest.raises(ValueError, match="a degree is no part of a name: leave out PhD"):
        Name.parse(text)
    assert Name.parse("Doe, M.D.").given == "M.D."


@pytest.mark.parametrize("text", ["Ada Lovelace and Charles Babbage", "Ada & Bo", "Centers for Control and Prevention"])
def test_two_names_joined_by_and_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="write one list item an author, a group as"):
        Name.parse(text)


@pytest.mark.parametrize(
    ("text", "inverted", "sort_text", "initials"),
    [
        ("Ada Lovelace", "Lovelace, Ada", "Lovelace Ada", "AL"),
        ("Ludwig van Beethoven", "van Beethoven, Ludwig", "Beethoven Ludwig van", "LB"),
        ("Hal Daumé III", "Daumé, III, Hal", "Daumé Hal III", "HD"),
        ("Plato", "Plato", "Plato", "P"),
        ("émile zola", "zola, émile", "zola émile", "ÉZ"),
        ("山田 太郎", "山田, 太郎", "山田 太郎", "山"),
        ("'Ada' (Countess)", "(Countess), 'Ada'", "(Countess) 'Ada'", "AC"),
    ],
)
def test_views_of_a_name(text: str, inverted: str, sort_text: str, initials: str) -> None:
    name = Name.parse(text)
    assert (name.inverted, name.sort_text, name.initials) == (inverted, sort_text, initials)


def test_a_group_is_never_split() -> None:
    group = Name.group(" The LIGO  Collaboration, Inc. ")
    assert (group.full, group.inverted, group.sort_text) == ("The LIGO Collaboration, Inc.",) * 3
    assert (group.given, group.initials, group.literal) == ("", "T", True)


@pytest.mark.parametrize("text", ["The ATLAS Collaboration", "Wang and Lee Consortium", "ENCODE  consortium"])
def test_a_name_that_only_a_group_has_is_one(text: str) -> None:
    assert Name.parse(text) == Name.group(text)
    assert not Name.parse("Consortium").literal


def test_a_name_from_its_parts() -> None:
    assert Name.of_parts("Cruz", " María ", "de  la", "Jr.").full == "María de la Cruz Jr."
    assert Name.of_parts("", "Plato") == Name.parse("Plato")
    assert Name.of_parts("王", "伟").full == "王伟"
    assert Name.of_parts("Lovelace", "Ada") == Name.parse("Lovelace, Ada") == Name.parse("Ada Lovelace")


@given(
    st.lists(GIVEN_NAMES, max_size=3),
    st.lists(st.sampled_from(["van", "de", "la", "'t"]), max_size=2),
    st.lists(FAMILY_NAMES, min_size=1, max_size=2),
    st.sampled_from(["", "Jr.", "III"]),
)
def test_a_bibliographys_form_is_read_back_as_the_same_parts(
    givens: list[str], particles: list[str], families: list[str], suffix: str
) -> None:
    plain = " ".join(word for word in (*givens, *particles, *families, suffix) if word)
    assert parts(Name.parse(plain).inverted) == parts(plain)
    assert parts(plain)[3] == suffix


@given(st.text(max_size=30))
def test_any_text_is_a_name_or_refused(text: str) -> None:
    try:
        name = Name.parse(text)
    except ValueError:
        return
    assert name.family
    assert name.full == " ".join(name.full.split())
    assert name.initials


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_no_word_of_a_plain_name_is_lost(words: list[str]) -> None:
    text = " ".join(words)
    name = Name.parse(text)
    assert name.full == text
    assert sorted(name.sort_text.split()) == sorted(words)


@given(
    st.lists(
        WORDS | st.sampled_from(["van", "de", "y", "e", "Jr.", "III", "’s", "J.", "李", "明"]), min_size=1, max_size=4
    )
)
def test_simple_names_are_read_as_all_others(words: list[str]) -> None:
    plain = " ".join(words)
    assume(any(map(str.isalpha, plain)) and "," not in plain)
    assert Name.parse(plain) == Name._from_plain(plain)


def test_keys_of_names_that_compare_equal() -> None:
    assert Name.parse("Lovelace, ADA").key == Name.parse("ada lovelace").key
    assert Name.parse("山田 太郎").key == Name.parse("山田太郎").key == Name.parse("山田, 太郎").key
    assert Name.parse("김 철수").folded == Name.parse("김철수").folded
    assert Name.parse("Ada Bo").key != Name.parse("Adabo").key
    assert Name.parse("José Peña").key != Name.parse("Jose Pena").key
    assert Name.parse("José Peña").folded == Name.parse("Jose Pena").folded


NEAR = [
    ("F. Park", "Frank C. Park"),
    ("F. Park", "Frank Park"),
    ("Frank Park", "Frank C. Park"),
    ("F. C. Park", "Frank Chongwoo Park"),
    ("FC Park", "FC. Park"),
    ("F Park", "F. Park"),
    ("Frank C Park", "Frank C. Park"),
    ("Young-Uk Jin", "Young Uk Jin"),
    ("Young-Uk Jin", "Younguk Jin"),
    ("Young-Uk Jin", "Y.-U. Jin"),
    ("Young-Uk Jin", "Y. U. Jin"),
    ("Young-Uk Jin", "Y. Jin"),
    ("Young-Uk Jin", "Young U. Jin"),
    ("J. A. Smith", "J. Smith"),
    ("L. van Beethoven", "Ludwig van Beethoven"),
    ("Hal Daumé", "Hal Daumé III"),
    ("Jaime Carbonell", "Jaime G. Carbonell Jr."),
    ("Razvan Bunescu", "Razvan Bunsecu"),
    ("Yoan Gutierrez", "Yoan Guiterrez"),
    ("Lynette Hirschman", "Lynette Hirshman"),
    ("Ralf Schlueter", "Ralf Schlüter"),
]

FAR = [
    ("Wei Wang", "Wen Wang"),
    ("Wei Wang", "Wei Wan"),
    ("Wei Wang", "Wei Zhang"),
    ("Wei Wang", "Wang Wei"),
    ("Wei Wang", "Wei-Lin Wang"),
    ("Jean Dupont", "Jean-Pierre Dupont"),
    ("Jean-Paul Dupont", "Jean-Pierre Dupont"),
    ("Frank C. Park", "Frank D. Park"),
    ("C. Park", "Frank C. Park"),
    ("A. B. B. Park", "A. B. C. Park"),
    ("G. Park", "Frank Park"),
    ("Park", "Frank Park"),
    ("Park", "Parks"),
    ("王伟", "王玮"),
    ("Anna Schmid", "Anna Schmidt"),
    ("Anna Hoffman", "Anna Hoffmann"),
    ("Anna Petersen", "Anna Peterson"),
    ("Anna Hansen", "Anna Jansen"),
    ("Anna Fischer", "Anna Fisher"),
    ("A. Bunescu", "A. Bunsecu"),
    ("Anna Bunescu", "Anne Bunsecu"),
    ("John Smith Jr.", "John Smith Sr."),
    ("Hal Daumé II", "Hal Daumé III"),
    ("Frank Park", "frank park"),
]


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_near_names(one: str, other: str) -> None:
    assert spells_nearly(folded_key(one), folded_key(other))
    assert spells_nearly(folded_key(other), folded_key(one))


@pytest.mark.parametrize(("one", "other"), FAR)
def test_names_of_others(one: str, other: str) -> None:
    assert not spells_nearly(folded_key(one), folded_key(other))
    assert not spells_nearly(folded_key(other), folded_key(one))


GIVEN = st.sampled_from(["f.", "frank", "c.", "chong-woo", "chong", "woo", "c.-w.", "a.", "anna"])
NAMES = st.builds(
    lambda words, family: " ".join([*words, family]),
    st.lists(GIVEN, max_size=3),
    st.sampled_from(["park", "gutierrez", "guiterrez", "gutierez", "aaaaaaa", "aaaaaaaa", "jr."]),
)


@given(NAMES | st.text(max_size=12), NAMES | st.text(max_size=12))
def test_nearness_goes_both_ways_and_never_to_itself(one: str, other: str) -> None:
    assert spells_nearly(one, other) == spells_nearly(other, one)
    assert not spells_nearly(one, one)


def test_marks_are_dropped_from_letters_alone() -> None:
    for code in range(0x21, 0x7F):
        sign, marked = chr(code), f"{chr(code)}\u0323\u0323"
        assert folded_key(marked) == (sign.lower() if sign.isalpha() else folded_key(sign) + "\u0323\u0323")
