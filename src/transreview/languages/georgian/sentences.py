"""Sentences of Georgian text: no capital letters, so abbreviations and speech verbs decide."""

from __future__ import annotations

from transreview.languages.sentences import SentenceRules, splitter, words

# After these a sentence goes on: titles and offices, places, references, eras, measures, languages.
_ABBREVIATIONS = """
პროფ აკად დოც დოქტ ინჟ არქ გენ პოლკ ლეიტ სერჟ წმ არქიეპ მიტრ ბ-ნ ქ-ნ
ქ დაბ სოფ ქუჩ გამზ პრ მოედ შეს ბინ კორპ სართ მუნიც
იხ შდრ შეად მაგ გვ ტ თ მუხ პუნქ ნაწ სურ ცხრ რედ გამომც მთარგმნ ტელ ფაქს
ე.ი ე.წ მ.შ ძვ ძვ.წ ახ.წ ჩვ.წ ჩვ ახ დაახლ აღ წ წწ სს
კმ მ სმ მმ კგ გ მგ ლ მლ სთ წთ ჰა კვ კუბ ათ მლნ მლრდ ტრლნ
dr mr mrs ms st vs prof inc ltd co jr sr
ინგლ რუს გერმ ფრ ბერძ ლათ ქართ სპარს თურქ არაბ ჩინ იაპ
"""
_FINAL = words("ა.შ სხვ")
_JOINING = words(
    "და ან თუ ხოლო მაგრამ რომელიც რომლის რომელმაც რომელსაც რომლებიც რომლებმაც რომლებსაც რაც რასაც სადაც"
)

# The verbs of saying that follow a quotation, in the persons and tenses of reports.
_SPEECH = """
თქვა იკითხა ჰკითხა უპასუხა მიუგო უთხრა ამბობს ამბობდა ბრძანა დასძინა დაამატა აღნიშნა განაცხადა
განუცხადა წამოიძახა შესძახა დაიყვირა იყვირა ყვირის ეკითხება კითხულობს პასუხობს წერს წერდა დაწერა
ჩაილაპარაკა წარმოთქვა განმარტა განაგრძო ფიქრობს ფიქრობდა გაიფიქრა ეუბნება წაილაპარაკა იძახის
იტყობინება იუწყება
"""
sentences = splitter(
    SentenceRules(
        abbreviations=words(_ABBREVIATIONS),
        final_abbreviations=_FINAL,
        joining=_JOINING,
        cased=False,
        speech=tuple(_SPEECH.split()),
    )
)
