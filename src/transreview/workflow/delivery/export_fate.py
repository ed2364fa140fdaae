"""What became of a file that was exported."""

from __future__ import annotations

from pathlib import Path

from transreview.i18n import _
from transreview.project.exports import ExportRecord, Exports
from transreview.workflow.delivery.export_records import digest_of


def fate_of(record: ExportRecord, exports: Exports) -> str:
    """Say whether the file of an export is still what was written.

    Args:
        record: The export.
        exports: All exports of the project: a later one may have replaced the file.
    """
    path = Path(record.path)
    last = exports.last_digest(record.path)
    try:
        if not path.exists():
            return _("{file} is gone.").format(file=path)
        digest = digest_of(path)
    except OSError as error:
        return _("{file} cannot be read: {reason}").format(file=path, reason=error.strerror or error)
    if digest == record.digest:
        return _("{file} is as it was exported.").format(file=path)
    if last is not None and digest == last[0]:
        return _("{file} was exported again later, and is as it was then.").format(file=path)
    return _("{file} was changed by somebody since; `transreview merge` takes the changes in.").format(
        file=path
    )
