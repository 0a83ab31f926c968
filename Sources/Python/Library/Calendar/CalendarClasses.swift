/// The rest of the module `calendar`, written in Python: the weeks of months, and calendars as text (CPython 3.11 `calendar.py`).
enum CalendarClasses {
    static let written = WrittenModule(
        #"""
        import datetime as _datetime
        class IllegalWeekdayError(ValueError):
            def __init__(self, weekday):
                self.weekday = weekday
            def __str__(self):
                return f'bad weekday number {self.weekday!r}; must be 0 (Monday) to 6 (Sunday)'
        def _weeks(days):
            days = list(days)
            return [days[at:at + 7] for at in range(0, len(days), 7)]
        def _year(months, width):
            return [months[at:at + width] for at in range(0, 12, width)]
        class Calendar:
            def __init__(self, firstweekday=0):
                self.firstweekday = firstweekday
            def getfirstweekday(self):
                return self._first % 7
            def setfirstweekday(self, firstweekday):
                self._first = firstweekday
            firstweekday = property(getfirstweekday, setfirstweekday)
            def iterweekdays(self):
                yield from ((self.firstweekday + offset) % 7 for offset in range(7))
            def itermonthdays3(self, year, month):
                first, count = monthrange(year, month)
                before = (first - self.firstweekday) % 7
                previous = (year, month - 1) if month > 1 else (year - 1, 12)
                following = (year, month + 1) if month < 12 else (year + 1, 1)
                last = monthrange(*previous)[1]
                yield from ((*previous, last + offset) for offset in range(1 - before, 1))
                yield from ((year, month, day) for day in range(1, count + 1))
                yield from ((*following, day) for day in range(1, -(before + count) % 7 + 1))
            def itermonthdays4(self, year, month):
                for at, date in enumerate(self.itermonthdays3(year, month)):
                    yield *date, (self.firstweekday + at) % 7
            def itermonthdates(self, year, month):
                return (_datetime.date(*date) for date in self.itermonthdays3(year, month))
            def itermonthdays2(self, year, month):
                return ((d if m == month else 0, weekday) for y, m, d, weekday in self.itermonthdays4(year, month))
            def itermonthdays(self, year, month):
                return (day for day, weekday in self.itermonthdays2(year, month))
            def monthdatescalendar(self, year, month):
                return _weeks(self.itermonthdates(year, month))
            def monthdays2calendar(self, year, month):
                return _weeks(self.itermonthdays2(year, month))
            def monthdayscalendar(self, year, month):
                return _weeks(self.itermonthdays(year, month))
            def yeardatescalendar(self, year, width=3):
                return _year([self.monthdatescalendar(year, month) for month in range(1, 13)], width)
            def yeardays2calendar(self, year, width=3):
                return _year([self.monthdays2calendar(year, month) for month in range(1, 13)], width)
            def yeardayscalendar(self, year, width=3):
                return _year([self.monthdayscalendar(year, month) for month in range(1, 13)], width)
        class TextCalendar(Calendar):
            def formatday(self, day, weekday, width):
                return (f'{day:2}' if day else '').center(width)
            def formatweek(self, theweek, width):
                return ' '.join(self.formatday(day, weekday, width) for day, weekday in theweek)
            def formatweekday(self, day, width):
                return (day_name if width >= 9 else day_abbr)[day][:width].center(width)
            def formatweekheader(self, width):
                return ' '.join(self.formatweekday(day, width) for day in self.iterweekdays())
            def formatmonthname(self, theyear, themonth, width, withyear=True):
                return (f'{month_name[themonth]} {theyear}' if withyear else month_name[themonth]).center(width)
            def prweek(self, theweek, width):
                print(self.formatweek(theweek, width), end='')
            def formatmonth(self, theyear, themonth, w=0, l=0):
                w, end = max(2, w), '\n' * max(1, l)
                lines = [self.formatmonthname(theyear, themonth, 7 * w + 6), self.formatweekheader(w)]
                lines += (self.formatweek(week, w) for week in self.monthdays2calendar(theyear, themonth))
                return ''.join(line.rstrip() + end for line in lines)
            def prmonth(self, theyear, themonth, w=0, l=0):
                print(self.formatmonth(theyear, themonth, w, l), end='')
            def formatyear(self, theyear, w=2, l=1, c=6, m=3):
                w, end, gap = max(2, w), '\n' * max(1, l), ' ' * max(2, c)
                width, empty = 7 * w + 6, ''
                lines = [str(theyear).center(width * m + len(gap) * (m - 1)).rstrip()]
                for at, months in enumerate(self.yeardays2calendar(theyear, m)):
                    numbers = range(at * m + 1, min(at * m + m, 12) + 1)
                    texts = [[self.formatweek(week, w) for week in weeks] for weeks in months]
                    rows = [[self.formatmonthname(theyear, number, width, False) for number in numbers]]
                    rows.append([self.formatweekheader(w)] * len(numbers))
                    rows += ([weeks[row] if row < len(weeks) else empty for weeks in texts] for row in range(max(map(len, texts))))
                    lines += [empty, *(gap.join(cell.center(width) for cell in row).rstrip() for row in rows)]
                return ''.join(line + end for line in lines)
            def pryear(self, theyear, w=0, l=0, c=6, m=3):
                print(self.formatyear(theyear, w, l, c, m), end='')
        class LocaleTextCalendar(TextCalendar):
            def __init__(self, firstweekday=0, locale=None):
                super().__init__(firstweekday)
        c = TextCalendar()
        firstweekday = c.getfirstweekday
        def setfirstweekday(firstweekday):
            if not 0 <= firstweekday <= 6:
                raise IllegalWeekdayError(firstweekday)
            c.firstweekday = firstweekday
        monthcalendar, week, weekheader, month, calendar = c.monthdayscalendar, c.formatweek, c.formatweekheader, c.formatmonth, c.formatyear
        prweek, prmonth, prcal = c.prweek, c.prmonth, c.pryear
        """#)
}
