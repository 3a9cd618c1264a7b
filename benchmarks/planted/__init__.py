"""Files with an invented name in every place that can hold one, for tests and benchmarks."""
