"""What is denied in a source and said without a denial in its translation, and the other way round."""

from __future__ import annotations

from transreview.lazy_patterns import lazy_pattern

# What Georgian says without a denial: 而不是 "rather than", 没有忘记 "remembers".
_SAME = (
    (
        lazy_pattern("无法|不能|未能|没能"),
        lazy_pattern("(?<![ა-ჰ])(?:(?:პრობლემა|შეცდომა)(?![ა-ჰ])|ძალიან (?:დიდ|გრძელ))"),
    ),
    (
        lazy_pattern("无效|無效|不正确|不对|不完整|不匹配|不符|无用|未结束|未识别"),
        lazy_pattern("მცდარ|დაზიანებ|უცნაურ|ზედმეტ|გაწყვეტ|ბათილ|ნაგავ|მკვდარ|გაჭედ"),
    ),
    (
        lazy_pattern("禁|不使用|不恢复|不转储|不进行|未设置|不再支持"),
        lazy_pattern("გამორთ|გამოირთ|გამოსართ|გათიშ|გამოტოვ|იკრძალ|აკრძალ|მოხსნ|გადაფარ|გამომრთვ"),
    ),
    (
        lazy_pattern("(?:不允许|不能|不得|无法|没有其他|无权)(?![只仅光单])"),
        lazy_pattern("(?<![ა-ჰ])მხოლოდ(?![ა-ჰ])"),
    ),
    (lazy_pattern("不通"), lazy_pattern("(?:ჩა|გადა|და)კეტ|(?:ჩა|გადა)ხერგ|დახურ")),
    (lazy_pattern("不好|不适|不舒服"), lazy_pattern("აწუხ|ცუდ|სუსტ|შეუძლოდ")),
    (lazy_pattern("不合格|不达标"), lazy_pattern("წუნ|დეფექტ|ნაკლ|უვარგის|დარღვევ")),
    (lazy_pattern("[宁寧](?:愿|願|可|肯)"), lazy_pattern("რჩევნია|რჩია")),
    (lazy_pattern("不排除"), lazy_pattern("შესაძლ|შეიძლება|დასაშვებ|მოსალოდნელ")),
    (lazy_pattern("而不是|不如|而非|而不|不完全|不全在"), lazy_pattern("(?<![ა-ჰ])ვიდრე(?![ა-ჰ])")),
    (lazy_pattern("[没沒不未勿别莫](?:有|会|能|敢|曾)?忘"), lazy_pattern("ახსოვ|ხსენ|ხსოვ|აღინიშნ|ამახსოვრ")),
    (
        lazy_pattern("不显示|不含|不包含|无法使用|无法显示|不启用|未启用|不记录"),
        lazy_pattern("თიშ|გამორთ|გამოირთ|გამოსართ|დამალ|მალავ"),
    ),
    (lazy_pattern("不(?:可以|能|得|应|允许)?[^，。；]{0,8}相同|不能一样"), lazy_pattern("განსხვავ")),
    (lazy_pattern("没有|沒有|无任何"), lazy_pattern("ცარიელ")),
    (lazy_pattern("(?:太|过)[^，。；]{1,4}[，,]?(?:无法|不能)"), lazy_pattern("იმისთვის|იმისათვის|საიმისოდ")),
    (lazy_pattern("不安全"), lazy_pattern("(?<!უ)საფრთხ|(?<!უ)სახიფათ|საშიშ")),
    (lazy_pattern("不受[^，。；]{1,8}(?:限制|约束|影响|干扰)"), lazy_pattern("თავისუფალ|დაცულ")),
    (lazy_pattern("保护|锁定"), lazy_pattern("დაცულ|დახურულ|ჩაკეტილ|დაბლოკილ")),
    (lazy_pattern("还没到|尚未到|还未到"), lazy_pattern("მომავალშია|ადრეა|წინაა")),
    (
        lazy_pattern("不[得应能可许會会要宜]{0,2}以?(?:低|少|小)于"),
        lazy_pattern("სულ (?:ცოტა|მცირე)|მინიმუმ|და მეტ|ზევით|ზემოთ|მაინც"),
    ),
    (
        lazy_pattern("不[大高多]"),
        lazy_pattern("(?<![ა-ჰ])(?:მცირე|პატარ|დაბალ|დაბლ|ცოტა|ნაკლებ|მოკრძალებულ|უმნიშვნელ|სუსტ)"),
    ),
    (lazy_pattern("不[长远久]"), lazy_pattern("(?<![ა-ჰ])(?:მოკლე|ხანმოკლე|ახლო|მცირე|ცოტა|სულ რაღაც)")),
    (
        lazy_pattern("不[贵快强深重厚]"),
        lazy_pattern("(?<![ა-ჰ])(?:იაფ|ნელ|სუსტ|ზედაპირულ|მსუბუქ|თხელ|ხელმისაწვდომ)"),
    ),
    (lazy_pattern("非婚"), lazy_pattern("ქორწინების გარე|უკანონ")),
)


def says_it_otherwise(source: str, target: str) -> bool:
    """Whether a translation without a denial may say what the source denies: 不显示, დამალვა.

    Args:
        source: Chinese text with a denial.
        target: Its translation.
    """
    return any(said.search(source) and written.search(target) for said, written in _SAME)


# Too little to do something, which Georgian says with one denial: არ არის საკმარისი განახლებისთვის.
_TOO_LITTLE = lazy_pattern("(?:不足|不够)[^，。；]{0,3}[，,]?(?:以至)?(?:无法|不能|不足以)")


def is_enough_for(source: str, target: str) -> bool:
    """Whether a translation says what something is not enough for.

    Args:
        source: Chinese text.
        target: Its translation, which denies something.
    """
    return _TOO_LITTLE.search(source) is not None and _FOR.search(target) is not None


_FOR = lazy_pattern("[ა-ჰ]{3,}(?:თვის|ად)(?![ა-ჰ])")
# Denials that affirm: wherever it may be, do not leave out, not to exceed (以下, 以内).
_AFFIRMING = lazy_pattern(
    "(?<![ა-ჰ])(?:სადაც|საიდანაც|ვინც|ვისაც|ვისიც|რაც|რასაც|რომელიც|რომელსაც|როგორიც|როგორც|როდესაც|როცა"
    "|რამდენიც|რამდენჯერაც)(?: [ა-ჰ]+)? არ უნდა(?![ა-ჰ])"
    "|(?<![ა-ჰ])(?:არ|ნუ) (?:გამო[ა-ჰ]{0,3}ტოვ|დაგავიწყდ|და[ა-ჰ]{0,2}ივიწყ|უგულებელ|დააყოვნ|დაიზარ)[ა-ჰ]*"
    "|(?<![ა-ჰ])(?:არ|ვერ|აღარ|ვეღარ) (?:აღემატ|გადააჭარბ|აჭარბ|ასცდ|გასცდ|გადასცდ|სცდებ)[ა-ჰ]*"
)


def without_affirming(target: str) -> str:
    """Return a translation with blanks for its denials that affirm: სადაც არ უნდა იყოს.

    Args:
        target: Georgian text.
    """
    return _AFFIRMING.sub(lambda match: " " * len(match[0]), target)
