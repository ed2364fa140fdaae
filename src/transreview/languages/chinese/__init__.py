"""Chinese: sentences, words, numbers, names."""

from __future__ import annotations

from transreview.languages.chinese.quantities import quantities
from transreview.languages.chinese.sentences import sentences
from transreview.languages.language import Language
from transreview.languages.sentences import words
from transreview.languages.spans import unspaced_words

# Words that begin and end no term: pronouns, numbers of things, auxiliaries, conjunctions, adverbs, and
# verbs of all work.
_FUNCTION_WORDS = """
一 相同 详细 简单 特殊
我们 你们 他们 她们 它们 咱们 您 你 我 他 她 它 自己 本人 人人 大家 任何 任何人
所有 每个 每一 某些 某个 一些 一个 一种 一次 一样 两个 几个 多个 各个 各种 各类 这个
这些 这种 这样 那个 那些 那样 其他 其它 其中 可以 可能 能够 需要 应该 应当 必须 不得
不能 有权 如果 因为 因此 所以 但是 不过 例如 比如 以及 或者 或 而且 并且 然后 同时
以下 如下 上述 之间 之后 之前 以上 以后 以前 进行 通过 根据 按照 依照 关于 对于 是否
什么 如何 怎么 怎样 为了 没有 非常 已经 正在 现在 目前 当前 开始 继续 成为 作为 看到
知道 希望 欢迎 让 请 参阅 参见 查看 使用 下一 下一个 上一 上一个 时候 情况 做出 作出
提供 包括 包含 允许 确保 享受 享有 等等 并 而 但 则 若 如 当 将 使 做 不 没 未
被 把 向 从 在 和 与 及 对 为 应 会 要 能 可 有 无 来 去 里 上面 下面 方面
了解 帮助
"""

CHINESE = Language(
    code="zh",
    name="Chinese",
    autonym="中文",
    scripts=("Hani",),
    thousands=",",
    sentences=sentences,
    quantities=quantities,
    number_words=True,
    words=unspaced_words,
    spaced=False,
    joiner="",
    final_marks="。！？；…",
    quotes=(("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》")),
    nplurals=1,
    plural="0",
    aliases=("cn", "chs", "chinese"),
    expansion=0.33,
    dash="——",
    full_width=True,
    marks={".": "。", "?": "？", "!": "！", ":": "：", ";": "；", "…": "……"},
    function_words=words(_FUNCTION_WORDS),
    grammar="chinese",
    transcribes=True,
    tokenizer="zh",
)
