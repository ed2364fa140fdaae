"""The golden table of faults of grammar: golden/grammar.txt, which linguists can read and extend."""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.languages.georgian.grammar import FaultKind, faults
from transreview.languages.georgian.grammar.faults import _faults_of_sentence

GOLDEN = Path(__file__).parent / "golden" / "grammar.txt"
ROWS = [
    tuple(part.strip() for part in line.split(" | "))
    for line in GOLDEN.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


RIGHT = [
    line
    for line in (GOLDEN.parent / "right.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("text", RIGHT)
def test_nothing_is_found_in_what_people_rightly_write(text: str) -> None:
    assert not faults(text)


def test_a_fault_stands_where_it_is_written_with_soft_hyphens() -> None:
    text = "მთა\u00adვა\u00adრი სა\u00adკიტ\u00adხი"
    (fault,) = faults(text)
    assert text[fault.start : fault.end] == "სა\u00adკიტ\u00adხი"


@pytest.mark.parametrize(("kind", "wrong", "right"), ROWS)
def test_the_fault_is_in_the_wrong_text_alone(kind: str, wrong: str, right: str) -> None:
    assert FaultKind(kind) in {fault.kind for fault in faults(wrong)}
    assert not faults(right)


def test_no_fault_is_found_only_where_sentences_stand_together() -> None:
    sentences = [f"{text.rstrip('.!?')}." for _kind, wrong, right in ROWS for text in (wrong, right)]
    for first, second, third in zip(sentences, sentences[7:], sentences[19:], strict=False):
        text = f"{first} {second} {third}"
        assert set(_faults_of_sentence(text)) <= set(faults(text)), text


def test_every_kind_has_its_rows() -> None:
    assert {kind for kind, _wrong, _right in ROWS} >= {kind.value for kind in FaultKind} - {"calque"}


@pytest.mark.parametrize(
    "text",
    [
        "ყოველმა ადამიანმა თავად უნდა გასცეს პასუხი.",
        "მინისტრმა თანამდებობა დატოვა და ახალი მინისტრი დანიშნეს.",  # somebody else did
        "მე ვურჩიე ექიმს, მოწევისთვის თავი დაენებებინა.",
        "ექსპერტები ვარაუდობენ, რომ წამყვანის წასვლა ძვირი დაუჯდება.",
        "შენ ეს უნდა თქვა.",
        "განათლების სამინისტრომ ახალი, უფრო მკაცრი წესები გამოაქვეყნა.",
        "მყიდველები რიგში დგანან და მომსახურებით უკმაყოფილონი არიან.",
        "სტუდენტების ნახევარზე მეტმა საბუნებისმეტყველო მეცნიერებები აირჩია.",
        "ფეხბურთელმა ტრავმა მიიღო და შეცვალეს.",
        "ჟურნალისტმა ინტერვიუ მოითხოვა, მაგრამ უარი უთხრეს.",
        "თუკი ესაუბრები ადამიანს იმ ენაზე, რომელიც მას ესმის, ის გაგიგებს.",
        "საბავშვო ლიტერატურის კლასიკური ნაწარმოები, რომლის ავტორი ცნობილია, დაიბეჭდა.",
        "საავადმყოფოს გახსნა ცერემონიას დაემთხვა.",
        "ექიმს წერილი მისცეს.",  # somebody gave the doctor a letter
        "ექიმები, რომლებიც აქ მუშაობენ, მოსახლეობამ სახლებში მიიღო.",  # whom the clause goes on about
        "ქარხანა, რომელიც დაიხურა, ახალმა მფლობელმა შეიძინა და ორ წელიწადში აღადგინა.",
        "ვაჭრებმა ფასი შეამცირეს და მყიდველი გაჩნდა.",
        "მე, როგორც ექიმს, ეს წამალი არ მომწონს.",
        "კომპანიის მიზანი მოგება იყო.",
        "შაბათს კომპანიას ახალი ქარხანა გაუხსნეს.",
        "რომელიც მასწავლებელს დაეხმარა, წიგნი დაწერა.",
        "ექიმს ოპერაცია გაუკეთებია.",
        "21 ე. ი. ოცდაერთი",
        "ახალ სასოფლო-სამეურნეო პოლიტიკას მხარს უჭერენ.",
        "რკინიგზის სადგური აშენდა.",
        "ის მზად არის.",
        "დაკავებული საავადმყოფოში გადაიყვანეს.",
        "ბრალდებული დანაშაულს არ აღიარებს.",
        "ეს წესი 2010 წლიდან დაწყებული მოქმედებს.",
        "ჩვენი სკოლაში მისვლა გააპროტესტეს.",
        "პირველ მსოფლიო ომში",
        "2,8 მილიარდ გირვანქა სტერლინგად",
        "ერთ-ერთ უმსხვილესი კომპანიის კუთვნილ ქარხანაში",
        "გისოსებს მიღმა",
        "ქალაქს გარშემო მდინარე აკრავს.",
        "კომპანია, მიუხედავად სირთულეებისა, მუშაობს.",
        "დოკუმენტს თან ერთვის სია.",
        "პრეზიდენტი გახსნის ცერემონიას დაესწრო.",
        "ის, რაც ჩვენ გვჭირდება",
        "ჩვენ ქვეყანაში ბევრი მდინარეა.",
        "წიგნი, რომელიც ავტორმა გამოსცა",
        "მშვენიერი ხედი იშლება.",
        "ინტერვიუ მწერალმა ჩაწერა.",
        "ქარხანამ ამის შესახებ იცოდა.",
        "მათ პასუხი იცოდნენ.",
        "ათას შვიდას ოთხმოცდაოთხი ცალი",
        "ყოველი სამი ადამიანიდან ერთი სათვალეს ატარებს.",
        "ბავშვს დროს უთმობს.",
        "სამ დიდ სასტუმრო ქსელთან",
        "ზაფხულის თბილ საღამოს მოედანი ხალხით ივსება.",
        "ის მის გვერდით ზის.",
        "სანაპიროს გამოსახულებით",
        "ეს ჩვეულებრივ მწვანეა.",
        "მოხუცმა ამბავი მოყვა.",
        "მე ყოველ დილით ყავას ვსვამ.",
        "დედა წინააღმდეგია.",
        "ორფუტიანი და ხუთ ფუტიანი",
        "მომსახურეების სია",
        "ქალაქთან ახლოს თანამედროვე ქარხანა აშენდა.",
        "შვიდი მცხოვრები გამოიყვანეს.",
        "ბევრ საწარმოს ფინანსური სირთულე აქვს.",
        "მომღერალმა სიმღერა იმღერა.",
        "ვრცელ ინტერვიუს მოუსმინეთ.",
        "დისტანციურ გამართვის სერვერთან დაკავშირება",
        "უპირველეს ყოვლისა, ეს მნიშვნელოვანია.",
        "ერთხანს ვერაფერი უპასუხა.",
        "დაპირისპირებისას მან თქვა:",
        "მთელი ღამე იმუშავეს.",
        "ბავშვი უნდა წავიდეს.",
        "ჩაიდან დაიწყო.",
        "ბოლოს გამოყენებული ფაილები",
        "სანაპიროს გამოსახულება",
        "ის მთელს ქალაქში გავრცელდა.",
        "ისინი იზრდებიან, წვერიდან დაბლა ჩადიან და თავს კარგად გრძნობენ.",
        "თავი ანება.",
        "ეს წელს აშენებული სახლია.",
        "ის გუშინ ვნახე.",
        "ამას ხვალ ვისწავლით.",
        "მთელი დღე ვკითხულობ.",
        "დედას არ მოსწონს, როდესაც ბავშვი გარეთ გადის.",
        "თქვენ გელოდებით.",
    ],
)
def test_good_texts_have_no_fault(text: str) -> None:
    assert not faults(text)
