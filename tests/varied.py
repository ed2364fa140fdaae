"""Sentences that say the same in many languages, and small faults to put into them.

They are no examples of anybody's style: what matters is that every kind of text stands in them (dates, amounts,
quotations, code, marks, addresses, times) and that each fault is put into each of them somewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

SENTENCES: dict[str, tuple[str, ...]] = {
    "en": (
        "Annual report of the association",
        "The meeting opened in Berlin on 10 September 2021.",
        "Exports grew by 3.5% to 1,200 tonnes; imports fell by half.",
        "“We will not sign the treaty,” said Anna Smith on Monday.",
        "Use `git commit -m` or visit https://example.org/a (see Table 3).",
        "Open {0} and press **Save** <b>now</b>, %s!",
        "Why did he come at 5:30 p.m. – and not earlier?",
        "China, France and Georgia signed two agreements worth $5.2 million.",
        "1. More than 300 people from 26 countries took part.",
        "The new factory, which was built in 1998, makes lenses. It has 12 halls. Nobody works there at night.",
    ),
    "ka": (
        "ასოციაციის წლიური ანგარიში",
        "შეხვედრა ბერლინში 2021 წლის 10 სექტემბერს გაიხსნა.",
        "ექსპორტი 3,5%-ით, 1 200 ტონამდე გაიზარდა; იმპორტი განახევრდა.",
        "„ხელშეკრულებას ხელს არ მოვაწერთ“, – თქვა ორშაბათს ანა სმიტმა.",
        "გამოიყენეთ `git commit -m` ან ეწვიეთ https://example.org/a-ს (იხ. ცხრილი 3).",
        "გახსენით {0} და დააჭირეთ **შენახვას** <b>ახლა</b>, %s!",
        "რატომ მოვიდა 17:30 საათზე და არა უფრო ადრე?",
        "ჩინეთმა, საფრანგეთმა და საქართველომ 5,2 მილიონი დოლარის ღირებულების ორ შეთანხმებას მოაწერეს ხელი.",
        "1. მონაწილეობა 26 ქვეყნის 300-ზე მეტმა ადამიანმა მიიღო.",
        "1998 წელს აშენებული ახალი ქარხანა ლინზებს ამზადებს. მას 12 საამქრო აქვს. ღამით იქ არავინ მუშაობს.",
    ),
    "zh": (
        "协会年度报告",
        "会议于2021年9月10日在柏林开幕。",
        "出口增长3.5%，达到1200吨；进口减少一半。",
        "“我们不会签署条约，”安娜·史密斯周一说。",
        "请使用 `git commit -m` 或访问 https://example.org/a（见表3）。",
        "打开 {0} 并<b>立即</b>按**保存**，%s！",
        "他为什么下午5:30来，而不是更早？",
        "中国、法国和格鲁吉亚签署了两项总值520万美元的协议。",
        "1. 来自26个国家的300多人参加。",
        "1998年建成的新工厂生产镜片。它有12个车间。夜里没有人在那里工作。",
    ),
    "de": (
        "Jahresbericht des Verbandes",
        "Die Tagung wurde am 10. September 2021 in Berlin eröffnet.",
        "Die Ausfuhren stiegen um 3,5 % auf 1.200 Tonnen; die Einfuhren sanken um die Hälfte.",
        "„Wir werden den Vertrag nicht unterzeichnen“, sagte Anna Smith am Montag.",
        "Verwenden Sie `git commit -m` oder besuchen Sie https://example.org/a (siehe Tabelle 3).",
        "Öffnen Sie {0} und drücken Sie <b>jetzt</b> **Speichern**, %s!",
        "Warum kam er um 17.30 Uhr – und nicht früher?",
        "China, Frankreich und Georgien unterzeichneten zwei Abkommen im Wert von 5,2 Millionen Dollar.",
        "1. Mehr als 300 Menschen aus 26 Ländern nahmen teil.",
        "Das neue Werk, das 1998 gebaut wurde, stellt Linsen her. Es hat 12 Hallen. Nachts arbeitet dort niemand.",
    ),
    "fr": (
        "Rapport annuel de l’association",
        "La réunion s’est ouverte à Berlin le 10 septembre 2021.",
        "Les exportations ont augmenté de 3,5 % pour atteindre 1 200 tonnes ; les importations ont chuté de moitié.",
        "« Nous ne signerons pas le traité », a dit Anna Smith lundi.",
        "Utilisez `git commit -m` ou visitez https://example.org/a (voir tableau 3).",
        "Ouvrez {0} et appuyez <b>maintenant</b> sur **Enregistrer**, %s !",
        "Pourquoi est-il venu à 17 h 30 et pas plus tôt ?",
        "La Chine, la France et la Géorgie ont signé deux accords d’une valeur de 5,2 millions de dollars.",
        "1. Plus de 300 personnes de 26 pays ont participé.",
        "La nouvelle usine, construite en 1998, fabrique des verres. Elle a 12 ateliers. Personne n’y travaille la nuit.",
    ),
    "es": (
        "Informe anual de la asociación",
        "La reunión se inauguró en Berlín el 10 de septiembre de 2021.",
        "Las exportaciones crecieron un 3,5 % hasta 1200 toneladas; las importaciones cayeron a la mitad.",
        "«No firmaremos el tratado», dijo Anna Smith el lunes.",
        "Use `git commit -m` o visite https://example.org/a (véase la tabla 3).",
        "¡Abra {0} y pulse **Guardar** <b>ahora</b>, %s!",
        "¿Por qué vino a las 17:30 y no antes?",
        "China, Francia y Georgia firmaron dos acuerdos por valor de 5,2 millones de dólares.",
        "1. Participaron más de 300 personas de 26 países.",
        "La nueva fábrica, construida en 1998, hace lentes. Tiene 12 naves. De noche no trabaja nadie allí.",
    ),
    "ru": (
        "Годовой отчёт ассоциации",
        "Встреча открылась в Берлине 10 сентября 2021 года.",
        "Экспорт вырос на 3,5 %, до 1200 тонн; импорт сократился вдвое.",
        "«Мы не подпишем договор», – сказала в понедельник Анна Смит.",
        "Используйте `git commit -m` или посетите https://example.org/a (см. таблицу 3).",
        "Откройте {0} и нажмите **Сохранить** <b>сейчас</b>, %s!",
        "Почему он пришёл в 17:30, а не раньше?",
        "Китай, Франция и Грузия подписали два соглашения на 5,2 миллиона долларов.",
        "1. Участвовало более 300 человек из 26 стран.",
        "Новый завод, построенный в 1998 году, делает линзы. У него 12 цехов. Ночью там никто не работает.",
    ),
    "uk": (
        "Річний звіт асоціації",
        "Зустріч відкрилася в Берліні 10 вересня 2021 року.",
        "Експорт зріс на 3,5 %, до 1200 тонн; імпорт скоротився вдвічі.",
        "«Ми не підпишемо договір», – сказала в понеділок Анна Сміт.",
        "Скористайтеся `git commit -m` або відвідайте https://example.org/a (див. таблицю 3).",
        "Відкрийте {0} і натисніть **Зберегти** <b>зараз</b>, %s!",
        "Чому він прийшов о 17:30, а не раніше?",
        "Китай, Франція та Грузія підписали дві угоди на 5,2 мільйона доларів.",
        "1. Участь узяли понад 300 людей із 26 країн.",
        "Новий завод, збудований у 1998 році, робить лінзи. Він має 12 цехів. Уночі там ніхто не працює.",
    ),
    "ja": (
        "協会年次報告書",
        "会議は2021年9月10日にベルリンで開幕した。",
        "輸出は3.5%増の1200トンに達し、輸入は半減した。",
        "「条約には署名しない」とアンナ・スミスは月曜日に述べた。",
        "`git commit -m` を使うか、https://example.org/a をご覧ください（表3参照）。",
        "{0} を開き、<b>今すぐ</b>**保存**を押してください、%s！",
        "なぜ彼はもっと早くではなく午後5時30分に来たのか？",
        "中国、フランス、ジョージアは520万ドル相当の2つの協定に署名した。",
        "1. 26か国から300人以上が参加した。",
        "1998年に建てられた新工場はレンズを作る。12の棟がある。夜は誰も働いていない。",
    ),
    "ko": (
        "협회 연례 보고서",
        "회의는 2021년 9월 10일 베를린에서 개막했다.",
        "수출은 3.5% 증가한 1,200톤, 수입은 절반으로 감소했다.",
        "“우리는 조약에 서명하지 않을 것이다”라고 안나 스미스가 월요일에 말했다.",
        "`git commit -m`을 사용하거나 https://example.org/a 를 방문하십시오(표 3 참조).",
        "{0}을 열고 <b>지금</b> **저장**을 누르십시오, %s!",
        "그는 왜 더 일찍이 아니라 오후 5시 30분에 왔는가?",
        "중국, 프랑스, 조지아는 520만 달러 상당의 협정 2건에 서명했다.",
        "1. 26개국에서 300명 이상이 참가했다.",
        "1998년에 지어진 새 공장은 렌즈를 만든다. 12개 동이 있다. 밤에는 아무도 일하지 않는다.",
    ),
    "tr": (
        "Derneğin yıllık raporu",
        "Toplantı 10 Eylül 2021’de Berlin’de açıldı.",
        "İhracat %3,5 artarak 1.200 tona çıktı; ithalat yarıya düştü.",
        "“Anlaşmayı imzalamayacağız,” dedi Anna Smith pazartesi günü.",
        "`git commit -m` kullanın veya https://example.org/a adresini ziyaret edin (bkz. Tablo 3).",
        "{0} öğesini açın ve <b>şimdi</b> **Kaydet**’e basın, %s!",
        "Neden daha erken değil de saat 17.30’da geldi?",
        "Çin, Fransa ve Gürcistan 5,2 milyon dolar değerinde iki anlaşma imzaladı.",
        "1. 26 ülkeden 300’den fazla kişi katıldı.",
        "1998’de kurulan yeni fabrika mercek üretiyor. 12 salonu var. Gece orada kimse çalışmıyor.",
    ),
    "hy": (
        "Ասոցիացիայի տարեկան զեկույցը",
        "Հանդիպումը բացվեց Բեռլինում 2021 թվականի սեպտեմբերի 10-ին։",
        "Արտահանումն աճեց 3,5%-ով՝ հասնելով 1200 տոննայի. ներմուծումը կրճատվեց կիսով չափ։",
        "«Մենք չենք ստորագրի պայմանագիրը»,– ասաց Աննա Սմիթը երկուշաբթի։",
        "Օգտագործեք `git commit -m` կամ այցելեք https://example.org/a (տե՛ս աղյուսակ 3)։",
        "Բացեք {0} և սեղմեք **Պահպանել** <b>հիմա</b>, %s։",
        "Ինչո՞ւ նա եկավ 17:30-ին և ոչ ավելի շուտ։",
        "Չինաստանը, Ֆրանսիան և Վրաստանը ստորագրեցին 5,2 միլիոն դոլարի երկու համաձայնագիր։",
        "1. Մասնակցեց 26 երկրից ավելի քան 300 մարդ։",
        "1998-ին կառուցված նոր գործարանը ոսպնյակներ է արտադրում։ Այն ունի 12 սրահ։ Գիշերը ոչ ոք չի աշխատում։",
    ),
    "ar": (
        "التقرير السنوي للجمعية",
        "افتتح الاجتماع في برلين في 10 سبتمبر 2021.",
        "نمت الصادرات بنسبة 3.5% إلى 1,200 طن؛ وانخفضت الواردات إلى النصف.",
        "«لن نوقع المعاهدة»، قالت آنا سميث يوم الاثنين.",
        "استخدم `git commit -m` أو زر https://example.org/a (انظر الجدول 3).",
        "افتح {0} واضغط **حفظ** <b>الآن</b>، %s!",
        "لماذا جاء في الساعة 17:30 وليس قبل ذلك؟",
        "وقعت الصين وفرنسا وجورجيا اتفاقيتين بقيمة 5.2 مليون دولار.",
        "1. شارك أكثر من 300 شخص من 26 دولة.",
        "المصنع الجديد الذي بني عام 1998 يصنع العدسات. به 12 قاعة. لا أحد يعمل هناك ليلا.",
    ),
    "pl": (
        "Raport roczny stowarzyszenia",
        "Spotkanie otwarto w Berlinie 10 września 2021 r.",
        "Eksport wzrósł o 3,5% do 1200 ton; import spadł o połowę.",
        "„Nie podpiszemy traktatu” – powiedziała w poniedziałek Anna Smith.",
        "Użyj `git commit -m` lub odwiedź https://example.org/a (zob. tabela 3).",
        "Otwórz {0} i naciśnij **Zapisz** <b>teraz</b>, %s!",
        "Dlaczego przyszedł o 17:30, a nie wcześniej?",
        "Chiny, Francja i Gruzja podpisały dwie umowy o wartości 5,2 miliona dolarów.",
        "1. Wzięło udział ponad 300 osób z 26 krajów.",
        "Nowa fabryka, zbudowana w 1998 roku, robi soczewki. Ma 12 hal. W nocy nikt tam nie pracuje.",
    ),
}  # fmt: skip

PAIRS = (
    "zh-ka", "en-ka", "ru-ka", "de-ka", "ka-en", "ka-zh", "ka-ru", "en-de", "de-en", "en-fr", "fr-es", "en-es", "en-ru",
    "ru-uk", "en-uk", "en-zh", "zh-en", "en-ja", "ja-en", "zh-ja", "en-ko", "ko-en", "en-tr", "tr-en", "en-hy", "en-ar",
    "ar-en", "en-pl", "zh-ru", "fr-ka",
)  # fmt: skip


def _words(text: str, change: Callable[[list[str]], list[str]]) -> str:
    return " ".join(change(text.split(" ")))


def _digit(text: str) -> str:
    return re.sub(r"\d", lambda one: str((int(one[0]) + 1) % 10), text, count=1)


def _swapped(text: str) -> str:
    middle = len(text) // 2
    return text[:middle] + text[middle:].swapcase()


# What is done to a translation, by name; each takes the source too.
FAULTS: dict[str, Callable[[str, str], str]] = {
    "as it is": lambda _source, text: text,
    "the source": lambda source, _text: source,
    "nothing": lambda _source, _text: "",
    "no end": lambda _source, text: text[:-1],
    "other end": lambda _source, text: text[:-1] + ("?" if text[-1] != "?" else "."),
    "end twice": lambda _source, text: text + text[-1],
    "another digit": lambda _source, text: _digit(text),
    "no digits": lambda _source, text: re.sub(r"\d+", "", text),
    "one word twice": lambda _source, text: _words(text, lambda w: [*w[:2], w[1] if len(w) > 1 else w[0], *w[2:]]),
    "last word gone": lambda _source, text: _words(text, lambda w: w[:-1]),
    "half": lambda _source, text: text[: len(text) // 2],
    "twice": lambda _source, text: f"{text} {text}",
    "three times": lambda _source, text: " ".join([text] * 3),
    "words turned": lambda _source, text: _words(text, lambda w: w[::-1]),
    "two blanks": lambda _source, text: text.replace(" ", "  ", 1),
    "blank ahead": lambda _source, text: f" {text}",
    "blank behind": lambda _source, text: f"{text} ",
    "blank before the end": lambda _source, text: f"{text[:-1]} {text[-1]}",
    "no blank behind commas": lambda _source, text: re.sub(r"([,;:]) ", r"\1", text),
    "other commas": lambda _source, text: text.replace(",", "，").replace("，", ",", 1),
    "straight quotes": lambda _source, text: re.sub("[“”„«»「」]", '"', text),
    "one quote gone": lambda _source, text: re.sub("[“«「„]", "", text, count=1),
    "a bracket open": lambda _source, text: f"{text[:6]}({text[6:]}",
    "brackets turned": lambda _source, text: text.replace("(", "[").replace("（", "["),
    "no code": lambda _source, text: text.replace("`", ""),
    "no bold": lambda _source, text: text.replace("**", "", 1),
    "a tag open": lambda _source, text: text.replace("</b>", ""),
    "another placeholder": lambda _source, text: text.replace("{0}", "{1}").replace("%s", "%d"),
    "another address": lambda _source, text: text.replace("example.org", "example.com"),
    "an address more": lambda _source, text: f"{text} http://example.net",
    "hyphens for dashes": lambda _source, text: text.replace(" – ", " - ").replace("–", "--"),
    "in capitals": lambda _source, text: text.upper(),
    "in small letters": lambda _source, text: text.lower(),
    "capitals at the end": lambda _source, text: _swapped(text),
    "a line break": lambda _source, text: text.replace(" ", "\n", 1),
    "an invisible sign": lambda _source, text: f"{text[:3]}\u200b{text[3:]}",
    "a broken sign": lambda _source, text: f"{text[:4]}\ufffd{text[5:]}",
    "badly decoded": lambda _source, text: text[:12].encode().decode("latin-1") + text[12:],
    "a letter of another script": lambda _source, text: re.sub("[aаოი]", lambda m: {"a": "а", "а": "a"}.get(m[0], "o"), text, count=1),
    "a word of English": lambda _source, text: _words(text, lambda w: [*w[:1], "basically", *w[1:]]),
    "a word of Georgian": lambda _source, text: _words(text, lambda w: [*w[:1], "ძალიან", *w[1:]]),
    "a Chinese word": lambda _source, text: _words(text, lambda w: [*w[:1], "会议", *w[1:]]),
    "entities": lambda _source, text: text.replace("<", "&lt;").replace(",", "&nbsp;"),
    "a negation more": lambda _source, text: re.sub(r"^(\S+) ", r"\1 არ not не nicht ", text),
    "talk around it": lambda _source, text: f"Here is the translation: {text}",
    "an explanation": lambda _source, text: f"{text} (შენიშვნა: note)",
    "a soft hyphen": lambda _source, text: f"{text[:5]}\u00ad{text[5:]}",
    "a tab": lambda _source, text: text.replace(" ", "\t", 1),
    "an ellipsis": lambda _source, text: text[:-1] + "...",
    "a date of digits": lambda _source, text: re.sub(r"10\D+2021|2021\D+\d*\D*10", "09/10/2021", text),
    "a loop": lambda _source, text: f"{text} " + " ".join(text.split()[-1:] * 7),
}  # fmt: skip


def rows() -> Iterator[tuple[str, str, str, str]]:
    """Yield pair of languages, name of the fault, source and translation; each seventh fault of each sentence."""
    for at, pair in enumerate(PAIRS):
        source, _dash, target = pair.partition("-")
        for number, (text, translation) in enumerate(zip(SENTENCES[source], SENTENCES[target], strict=True)):
            for place, (name, fault) in enumerate(FAULTS.items()):
                if not place or (place + number + at) % 7 == 0:
                    yield pair, name, text, fault(text, translation)
