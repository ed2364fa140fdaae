"""What stands before a verb's root and says which way it goes, or that it is done."""

from __future__ import annotations

PREVERBS = (
    "გადმო", "გადა", "გამო", "განა", "გან", "წარმო", "წარ", "შემო", "ჩამო", "წამო", "ამო", "მიმო", "გა", "და",
    "მო", "შე", "ჩა", "წა", "მი", "აღ", "ა",
)  # fmt: skip
# One of them, in a pattern.
PREVERB = f"(?:{'|'.join(PREVERBS)})"
