"""Values to bytes and back, for what a build keeps: typed, and never pickled."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, Final, TypeVar

import msgspec

Value = TypeVar("Value")

_FRACTION: Final = 1


class DamagedError(Exception):
    """Bytes that are not what was written: whoever reads them makes the value anew."""


def encoder() -> Callable[[object], bytes]:
    """What turns a value made of structs, tuples, mappings, texts and numbers into bytes, always the same ones."""
    return msgspec.msgpack.Encoder(enc_hook=_encoded).encode


def decoder(kind: type[Value]) -> Callable[[bytes | memoryview], Value]:
    """What reads a value of that type; DamagedError where the bytes hold none."""
    decode = msgspec.msgpack.Decoder(kind, dec_hook=_decoded, ext_hook=_extended).decode

    def read(content: bytes | memoryview) -> Value:
        try:
            return decode(content)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise DamagedError(str(error)) from error

    return read


def _encoded(value: object) -> object:
    if isinstance(value, Fraction):
        return msgspec.msgpack.Ext(_FRACTION, f"{value.numerator}/{value.denominator}".encode("ascii"))
    if isinstance(value, str):
        return str(value)
    raise NotImplementedError(type(value))


def _extended(code: int, content: memoryview) -> object:
    if code != _FRACTION:
        raise DamagedError(code)
    try:
        return Fraction(bytes(content).decode("ascii"))
    except (ValueError, ZeroDivisionError) as error:
        raise DamagedError(bytes(content)) from error


def _decoded(kind: type, value: Any) -> Any:  # noqa: ANN401 - a hook of the library, for any type
    if kind is object:  # what stands under `extra`: texts, lists and maps
        return value
    if kind is not Fraction or not isinstance(value, Fraction):
        raise NotImplementedError(kind)
    return value
