"""What the server counts, in Prometheus's format."""

from collections.abc import Iterable

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from server.takeover import Current

_SECONDS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30)


class Metrics:
    """The counters of one server."""

    def __init__(self, current: Current) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "valgraf_requests", "Requests by status.", ("part", "status"), registry=self.registry
        )
        self.seconds = Histogram(
            "valgraf_request_seconds",
            "Time from a request's head to the end of its answer.",
            ("part",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.registry.register(_State(current))
        self.known: dict[tuple[str, int], tuple[Counter, Histogram]] = {}

    def count(self, part: str, status: int, seconds: float) -> None:
        """Count a request that is over; status 0: the client left before it had one."""
        requests, times = self._counters(part, status)
        requests.inc()
        times.observe(seconds)

    def _counters(self, part: str, status: int) -> tuple[Counter, Histogram]:
        """Return the counters of a part and status, looked up once: each look-up costs more than the count."""
        found = self.known.get((part, status))
        if found is None:
            found = (self.requests.labels(part, status), self.seconds.labels(part))
            self.known[part, status] = found
        return found

    def text(self) -> bytes:
        """Return all metrics."""
        return generate_latest(self.registry)


class _State(Collector):
    """What engine and cache know, read when asked."""

    def __init__(self, current: Current) -> None:
        self.current = current

    def collect(self) -> Iterable[Metric]:
        """Yield the metrics of the moment."""
        lanes, cache = self.current.lanes, self.current.cache
        yield GaugeMetricFamily("valgraf_queries_waiting", "Queries in the queue.", lanes.waiting)
        yield GaugeMetricFamily(
            "valgraf_queries_parked", "Long queries that are held still.", lanes.parked
        )
        kills = CounterMetricFamily(
            "valgraf_worker_kills", "Workers that were replaced, by cause.", labels=["cause"]
        )
        for cause, number in sorted(lanes.kills.items()):
            kills.add_metric([cause], number)
        yield kills
        yield CounterMetricFamily("valgraf_cache_hits", "Answers from memory.", cache.hits)
        yield CounterMetricFamily("valgraf_cache_misses", "Answers not in memory.", cache.misses)
        yield GaugeMetricFamily("valgraf_cache_bytes", "Bytes of answers in memory.", cache.size)
        release = GaugeMetricFamily("valgraf_release", "The release served.", labels=["id"])
        release.add_metric([self.current.now.release.id], 1)
        yield release
