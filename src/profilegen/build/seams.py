"""Files of many pieces: only those that changed are made anew, the others are cut out of the file of before."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, chain

from profilegen.build.memory import Seam
from profilegen.build.traced import Trace
from profilegen.pages.files import Strand, made, strands
from profilegen.pages.page import Page
from profilegen.pages.site import Site


def joined(site: Site, page: Page, trace: Trace) -> tuple[bytes, Seam]:
    """The file that the page is, every piece of it made."""
    row = strands(site, page)
    around = trace.take()
    made_now = [_chunk(site, strand) for strand in row]
    trace.touched += around
    chunks, traces = zip(*made_now, strict=True)
    return b"".join(chunks), _seam(around, list(map(len, chunks)), traces)


def mended(
    site: Site, page: Page, trace: Trace, before: bytes, seam: Seam, changed: AbstractSet[int]
) -> tuple[bytes, Seam] | None:
    """The same from the file of `before`, of which the pieces made from a `changed` item are made anew.

    None where it is not to be told from that file which pieces there are.
    """
    around = array("i", seam.around)
    row = strands(site, page) if changed.isdisjoint(around) else []
    trace.take()
    ends, trace_ends, numbers = array("q", seam.ends), array("q", seam.trace_ends), array("i", seam.traces)
    if len(row) != len(ends) or ends[-1] != len(before):
        return None
    hit = {bisect_right(trace_ends, at) for at, number in enumerate(numbers) if number in changed}
    anew = {at: _chunk(site, row[at]) for at in sorted(hit)}
    sizes = list(map(int.__sub__, ends, [0, *ends[:-1]]))
    traces = [numbers[start:end] for start, end in zip([0, *trace_ends[:-1]], trace_ends, strict=True)]
    content = b"".join(_patched(memoryview(before), ends, {at: chunk for at, (chunk, _) in anew.items()}))
    for at, (chunk, touched) in anew.items():
        sizes[at], traces[at] = len(chunk), array("i", touched)
    found = _seam(around, sizes, traces)
    trace.touched[:] = [*around, *array("i", found.traces)]
    return content, found


def _chunk(site: Site, strand: Strand) -> tuple[bytes, Sequence[int]]:
    """A piece behind what stands before it, and what the piece was made from."""
    before, key = strand
    text, numbers = made(site, key) if key else ("", ())
    return f"{before}{text}".encode(), numbers


def _patched(before: memoryview, ends: Sequence[int], anew: Mapping[int, bytes]) -> Iterator[bytes | memoryview]:
    """The bytes of before, with other pieces in the place of some."""
    start = 0
    for at, chunk in anew.items():
        yield before[start : ends[at - 1] if at else 0]
        yield chunk
        start = ends[at]
    yield before[start:]


def _seam(around: Sequence[int], sizes: Sequence[int], traces: Sequence[Sequence[int]]) -> Seam:
    return Seam(
        around=array("i", around).tobytes(),
        ends=array("q", accumulate(sizes)).tobytes(),
        trace_ends=array("q", accumulate(map(len, traces))).tobytes(),
        traces=array("i", chain.from_iterable(traces)).tobytes(),
    )
