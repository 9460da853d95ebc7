"""What is served at one moment: the settings, the release, the engine over it, and the answers that are kept."""

from dataclasses import dataclass, field
from typing import Self

from server.cache import Cache
from server.engines import Engine
from server.flights import Flights
from server.releases import Release
from server.repeats import Repeats
from server.settings import Settings


@dataclass(slots=True)
class Serving:
    """A release with its engine; each request keeps the one that it began with, in its scope."""

    settings: Settings
    release: Release
    engine: Engine
    cache: Cache
    flights: Flights = field(default_factory=Flights)
    repeats: Repeats = field(init=False)
    users: int = 0  # requests that are being answered from it

    def __post_init__(self) -> None:
        self.repeats = Repeats(self.cache)

    def __enter__(self) -> Self:
        """Hold what is served until a request is answered."""
        self.users += 1
        return self

    def __exit__(self, *_: object) -> None:
        self.users -= 1

    @property
    def lasting(self) -> bool:
        """Return whether the engine answers from this very release, so that answers may be kept."""
        return self.engine.holds == self.release.id
