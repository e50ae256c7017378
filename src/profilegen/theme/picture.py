"""An SVG to a PNG, with the one font that comes along; what the font has no letters for is left out."""

import struct
from functools import cache
from pathlib import Path
from typing import Final

from profilegen.pages.picture import WIDTH
from profilegen.problems import Failure

FONT: Final = Path(__file__).with_name("fonts") / "NotoSerif.ttf"

FAMILY: Final = "Noto Serif"

_TABLE: Final = struct.Struct(">4s4xII")
_ENCODING: Final = struct.Struct(">HHI")
_UNICODE: Final = (3, 1)
_LAST: Final = 0xFFFF


def png(svg: str) -> bytes:
    """The picture as PNG, the same bytes on every machine: no font of the system takes part.

    Raises:
        Failure: the text is no SVG.
    """
    # Imported here: only a site with pictures needs it.
    import resvg_py  # noqa: PLC0415

    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=drawable(svg),
                width=WIDTH,
                skip_system_fonts=True,
                font_files=[str(FONT)],
                font_family=FAMILY,
                serif_family=FAMILY,
                sans_serif_family=FAMILY,
            )
        )
    except ValueError as error:
        raise Failure(f"picture.svg cannot be drawn: {error}", "mend the template") from error


def drawable(svg: str) -> str:
    """The text without the letters that the font does not have."""
    return svg if svg.isascii() else "".join(sign for sign in svg if sign.isascii() or ord(sign) in covered())


@cache
def covered() -> frozenset[int]:
    """The code points that the font has a letter for, as its table says (`cmap`, format 4)."""
    font = FONT.read_bytes()
    tables = (_TABLE.unpack_from(font, 12 + 16 * at) for at in range(struct.unpack_from(">H", font, 4)[0]))
    start = next(offset for tag, offset, _ in tables if tag == b"cmap")
    encodings = (
        _ENCODING.unpack_from(font, start + 4 + 8 * at) for at in range(*struct.unpack_from(">H", font, start + 2))
    )
    offset = next(offset for platform, encoding, offset in encodings if (platform, encoding) == _UNICODE)
    return frozenset(_segments(font, start + offset))


def _segments(font: bytes, at: int) -> set[int]:
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + 2 * count)
    return {code for first, last in zip(starts, ends, strict=True) if last != _LAST for code in range(first, last + 1)}
