"""COMET through unbabel-comet, where the user has it and a model on disk; nothing is fetched."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from transreview.errors import InputError, UsageError
from transreview.i18n import _


def comet_scores(
    model: Path,
    sources: Sequence[str],
    hypotheses: Sequence[str],
    references: Sequence[str] | None = None,
    *,
    batch_size: int = 8,
) -> list[float]:
    """Return COMET's score of each segment.

    Args:
        model: Checkpoint file of the model (".ckpt"), as unbabel-comet saves it.
        sources: Source texts.
        hypotheses: Translations.
        references: References; None for a model that needs none.
        batch_size: Segments at once.

    Raises:
        UsageError: unbabel-comet is not installed.
        InputError: There is no such model, or it cannot be loaded.
    """
    if not model.is_file():
        raise InputError(
            _("there is no such model"),
            path=model,
            remedy=_("Name the checkpoint of a COMET model that is on this machine, checkpoints/model.ckpt"),
        )
    try:
        from comet import load_from_checkpoint  # type: ignore[import-not-found]
    except ImportError as error:
        raise UsageError(
            _("COMET is not installed ({error})").format(error=error),
            remedy=_("Install it with: pip install 'transreview[comet]'"),
        ) from error
    try:
        loaded = load_from_checkpoint(str(model), local_files_only=True)
    except Exception as error:  # the package raises whatever torch, yaml or transformers raise
        raise InputError(
            _("the model cannot be loaded: {error}").format(error=error),
            path=model,
            remedy=_("It needs hparams.yaml beside it and its encoder in the local cache"),
        ) from error
    rows = [{"src": s, "mt": h} for s, h in zip(sources, hypotheses, strict=True)]
    if references is not None:
        rows = [row | {"ref": r} for row, r in zip(rows, references, strict=True)]
    predicted = loaded.predict(rows, batch_size=batch_size, gpus=0, progress_bar=False)
    return [float(score) for score in predicted.scores]
