from pydantic import TypeAdapter, ValidationError


def show(label, thunk):
    try:
        print(label, "=", repr(thunk()))
    except ValidationError as error:
        for e in error.errors(include_url=False):
            print(label, "!", e["type"], e["loc"], e["msg"], repr(e["input"]), e.get("ctx"))
    except Exception as error:
        print(label, "!!", type(error).__name__, error)


def table(name, annotation, inputs, strict=False):
    adapter = TypeAdapter(annotation)
    for value in inputs:
        show(f"{name} {value!r}", lambda: adapter.validate_python(value, strict=strict))

from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Annotated
from pydantic import AwareDatetime, Field, FutureDate, FutureDatetime, NaiveDatetime, PastDate, PastDatetime

UTC = timezone.utc
MOMENTS = [
    datetime(2020, 1, 2, 3, 4, 5), date(2020, 1, 2), "2020-01-02T03:04:05", "2020-01-02 03:04:05.123456", "2020-01-02t03:04Z",
    "2020-01-02_03:04:05+02:00", "2020-01-02T03:04:05-0530", "2020-01-02", "2020-01-02T", "2020-01-02T3:04", "2020-13-02T00:00",
    "2020-02-30T00:00", "2020-01-02T25:00", "2020-01-02T23:60", "2020-01-02T23:59:60", "2020-01-02T03:04:05.1234567", "2020-01-02T03:04:05.",
    "2020-01-02T03:04:05,5", "2020-01-02T03:04:05+25:00", "2020-01-02T03:04:05+23:59", "2020-01-02T03:04:05+02", "2020-01-02x03:04", "20200102", "abc", "", "0000-01-01",
    "2020/01/02", "2020-1-2", "1577934245", "1577934245.5", "-1", 1577934245, 1577934245.25, 1577934245000, -1, 0, 20000000000, 20000000001, "20000000001", 1e18, 10**20,
    float("nan"), float("inf"), True, None, [], b"2020-01-02T03:04:05", time(1, 2), Decimal("1.5"), "2020-01-02T03:04:05 Z", " 2020-01-02T03:04:05 ",
    "2020-01-02T03:04:05Zx", "2020-01-02T03", "1e3", "+5", "nan", "9999-12-31T23:59:59.999999", "2020-01-02T24:00", "2020-01-02T03:04:05-00:00", datetime(2020, 1, 1, tzinfo=UTC),
]
table("datetime", datetime, MOMENTS)
table("strict datetime", datetime, MOMENTS[:8] + [1577934245], strict=True)
table("date", date, MOMENTS + ["1577836800", 1577836800, 1577836800000, 1577836800.5, datetime(2020, 1, 1), "2020-01-02T00:00:00", "2020-01-02T00:00:00Z", "2020-01-02T00:00:01"])
table("strict date", date, [date(2020, 1, 1), datetime(2020, 1, 1), "2020-01-01", 0], strict=True)
TIMES = [
    time(1, 2, 3), "01:02", "01:02:03", "01:02:03.5", "01:02:03.123456789", "01:02:03Z", "01:02:03+01:00", "1:02", "25:00", "12:61", "12:00:61", "", "abc", "12", "12:00:00x", 0, 3661,
    3661.5, 86399, 86400, -1, "3661", True, None, b"01:02", datetime(2020, 1, 1), float("nan"), Decimal("60.5"), "01:02:03-0530", "T01:02", "01:02:", "01-02",
]
table("time", time, TIMES)
table("strict time", time, TIMES[:4], strict=True)
SPANS = [
    timedelta(days=1, seconds=2), "P1D", "P1DT2H3M4S", "PT0.5S", "-P1D", "P1W", "P1Y", "P1M", "P1YT1H", "PT1H30M", "1 day", "1 days, 01:02:03", "01:02:03", "-01:02:03", "01:02", "00:00:00.5", "2 d 03:00",
    "P", "PT", "P1", "1", "abc", "", "P1DT", "PT1D", "1d", "3 days", "3days 4:05:06", "1 week", "+P1D", "P1,5D", "P1.5D", "PT1.5H", "P-1D", 60, 1.5, -5, 0, "60", "1.5", "-5", True, None, [], b"P1D", 1e15, 1e20, float("nan"), float("inf"),
    Decimal("1.5"), "P99999999999D", "1 day 01:02:03", "24:00:00", "00:60:00", "100:00:00", "P1H", "PT1S1M", "P1DT1H1D", "p1dt1h",
]
table("timedelta", timedelta, SPANS)
table("strict timedelta", timedelta, SPANS[:3] + [60], strict=True)
table("date range", Annotated[date, Field(gt=date(2020, 1, 1), le=date(2020, 12, 31))], ["2020-01-01", "2020-06-01", "2021-01-01"])
table("datetime ge", Annotated[datetime, Field(ge=datetime(2020, 1, 1))], ["2019-01-01", "2020-01-01", "2020-01-01T00:00:00Z"])
table("timedelta le", Annotated[timedelta, Field(le=timedelta(hours=1), gt=timedelta(0))], ["PT1H", "PT2H", 0])
table("time lt", Annotated[time, Field(lt=time(12))], ["11:00", "12:00"])
table("aware", AwareDatetime, ["2020-01-02T03:04:05", "2020-01-02T03:04:05Z", 0])
table("naive", NaiveDatetime, ["2020-01-02T03:04:05", "2020-01-02T03:04:05Z"])
table("past", PastDate, ["2000-01-01", "2999-01-01", "x"])
table("future", FutureDate, ["2000-01-01", "2999-01-01"])
table("past datetime", PastDatetime, ["2000-01-01T00:00", "2999-01-01T00:00Z"])
table("future datetime", FutureDatetime, ["2000-01-01T00:00", "2999-01-01T00:00Z"])
