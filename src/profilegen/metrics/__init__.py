"""Numbers over papers: each metric defined once, measured exactly."""

from profilegen.metrics.custom import all_definitions
from profilegen.metrics.definitions import DEFINITIONS, Computed, Definition, Listing
from profilegen.metrics.installed import installed
from profilegen.metrics.measure import Measured, counted, measure
from profilegen.metrics.printing import printed
from profilegen.metrics.support import Unsupported, support_notes, unsupported

__all__ = [
    "DEFINITIONS",
    "Computed",
    "Definition",
    "Listing",
    "Measured",
    "Unsupported",
    "all_definitions",
    "counted",
    "installed",
    "measure",
    "printed",
    "support_notes",
    "unsupported",
]
