"""DOIs: what Crossref, DataCite and the other registrars say of them, by content negotiation, https://www.doi.org."""

from typing import Final
from urllib.parse import quote

from profilegen.importing.candidate import Candidate, Reading
from profilegen.importing.client import Client, NotFound
from profilegen.importing.csl import csl_item
from profilegen.model import identifiers
from profilegen.problems import Failure, Place, Problem, problem, quoted
from profilegen.values import Struct

CSL: Final = "application/vnd.citationstyles.csl+json"


class Doi(Struct, frozen=True):
    """The resolver at `base`."""

    base: str = "https://doi.org"

    def fetch(self, reference: str, client: Client) -> Reading:
        """The works of one or more DOIs, with blanks between them."""
        candidates: list[Candidate] = []
        problems: list[Problem] = []
        for word in reference.split():
            try:
                doi = identifiers.doi(word)
            except ValueError as error:
                raise Failure(f"{quoted(word)} cannot be asked for: {error}") from None
            place = Place(f"doi:{doi}")
            try:
                item = client.json(f"{self.base}/{quote(doi, safe='/:;()<>')}", accept=CSL)
            except NotFound:
                problems.append(problem("bad-entry", place, "no registrar has this DOI"))
                continue
            known = {**item, "DOI": item.get("DOI") or doi, "id": ""} if isinstance(item, dict) else item
            found = csl_item(known, place, problems, rest=False)
            candidates += [found] if found is not None else []
        return Reading(tuple(candidates), tuple(problems))
