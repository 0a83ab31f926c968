/// The classes of `calendar`.
enum CalendarExtras {
    /// The rest of the module.
    static let written = WrittenModule(
        #"""
        import datetime as _datetime
        from itertools import repeat as _repeat
        _first = 0
        class IllegalWeekdayError(ValueError):
            def __init__(self, weekday):
                self.weekday = weekday
            def __str__(self):
                return 'bad weekday number %r; must be 0 (Monday) to 6 (Sunday)' % self.weekday
        class Calendar(object):
            def __init__(self, firstweekday=0):
                self.firstweekday = firstweekday
            def getfirstweekday(self):
                return self._firstweekday % 7
            def setfirstweekday(self, firstweekday):
                self._firstweekday = firstweekday
            firstweekday = property(getfirstweekday, setfirstweekday)
            def iterweekdays(self):
                for i in range(self.firstweekday, self.firstweekday + 7):
                    yield i % 7
            def itermonthdates(self, year, month):
                for y, m, d in self.itermonthdays3(year, month):
                    yield _datetime.date(y, m, d)
            def itermonthdays(self, year, month):
                first, count = monthrange(year, month)
                before = (first - self.firstweekday) % 7
                yield from _repeat(0, before)
                yield from range(1, count + 1)
                yield from _repeat(0, (self.firstweekday - first - count) % 7)
            def itermonthdays2(self, year, month):
                for i, d in enumerate(self.itermonthdays(year, month), self.firstweekday):
                    yield d, i % 7
            def itermonthdays3(self, year, month):
                first, count = monthrange(year, month)
                before, after = (first - self.firstweekday) % 7, (self.firstweekday - first - count) % 7
                y, m = (year - 1, 12) if month == 1 else (year, month - 1)
                last = monthrange(y, m)[1] if before else 0
                for d in range(last - before + 1, last + 1):
                    yield y, m, d
                for d in range(1, count + 1):
                    yield year, month, d
                y, m = (year + 1, 1) if month == 12 else (year, month + 1)
                for d in range(1, after + 1):
                    yield y, m, d
            def itermonthdays4(self, year, month):
                for i, (y, m, d) in enumerate(self.itermonthdays3(year, month)):
                    yield y, m, d, (self.firstweekday + i) % 7
            def _weeks(self, days):
                days = list(days)
                return [days[i:i + 7] for i in range(0, len(days), 7)]
            def monthdatescalendar(self, year, month):
                return self._weeks(self.itermonthdates(year, month))
            def monthdays2calendar(self, year, month):
                return self._weeks(self.itermonthdays2(year, month))
            def monthdayscalendar(self, year, month):
                return self._weeks(self.itermonthdays(year, month))
            def _year(self, make, year, width):
                months = [make(year, m) for m in range(1, 13)]
                return [months[i:i + width] for i in range(0, 12, width)]
            def yeardatescalendar(self, year, width=3):
                return self._year(self.monthdatescalendar, year, width)
            def yeardays2calendar(self, year, width=3):
                return self._year(self.monthdays2calendar, year, width)
            def yeardayscalendar(self, year, width=3):
                return self._year(self.monthdayscalendar, year, width)
        class TextCalendar(Calendar):
            def prweek(self, theweek, width):
                print(self.formatweek(theweek, width), end='')
            def formatday(self, day, weekday, width):
                return ('' if day == 0 else '%2i' % day).center(width)
            def formatweek(self, theweek, width):
                return ' '.join(self.formatday(d, wd, width) for d, wd in theweek)
            def formatweekday(self, day, width):
                return (day_name if width >= 9 else day_abbr)[day][:width].center(width)
            def formatweekheader(self, width):
                return ' '.join(self.formatweekday(i, width) for i in self.iterweekdays())
            def formatmonthname(self, theyear, themonth, width, withyear=True):
                name = month_name[themonth]
                return ('%s %r' % (name, theyear) if withyear else name).center(width)
            def prmonth(self, theyear, themonth, w=0, l=0):
                print(self.formatmonth(theyear, themonth, w, l), end='')
            def formatmonth(self, theyear, themonth, w=0, l=0):
                w, l = max(2, w), max(1, l)
                text = self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1).rstrip() + '\n' * l
                text += self.formatweekheader(w).rstrip() + '\n' * l
                for week in self.monthdays2calendar(theyear, themonth):
                    text += self.formatweek(week, w).rstrip() + '\n' * l
                return text
            def formatyear(self, theyear, w=2, l=1, c=6, m=3):
                w, l, c = max(2, w), max(1, l), max(2, c)
                width, out = (w + 1) * 7 - 1, []
                def line(parts):
                    return (' ' * c).join(part.center(width) for part in parts)
                out += [repr(theyear).center(width * m + c * (m - 1)).rstrip(), '\n' * l]
                for i, row in enumerate(self.yeardays2calendar(theyear, m)):
                    months = range(m * i + 1, min(m * (i + 1) + 1, 13))
                    out += ['\n' * l, line(self.formatmonthname(theyear, k, width, False) for k in months).rstrip(), '\n' * l]
                    out += [line(self.formatweekheader(w) for k in months).rstrip(), '\n' * l]
                    for j in range(max(len(month) for month in row)):
                        weeks = ['' if j >= len(month) else self.formatweek(month[j], w) for month in row]
                        out += [line(weeks).rstrip(), '\n' * l]
                return ''.join(out)
            def pryear(self, theyear, w=0, l=0, c=6, m=3):
                print(self.formatyear(theyear, w, l, c, m), end='')
        class HTMLCalendar(Calendar):
            cssclasses = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
            cssclasses_weekday_head = cssclasses
            cssclass_noday, cssclass_month_head, cssclass_month, cssclass_year_head, cssclass_year = 'noday', 'month', 'month', 'year', 'year'
            def formatday(self, day, weekday):
                if day == 0:
                    return '<td class="%s">&nbsp;</td>' % self.cssclass_noday
                return '<td class="%s">%d</td>' % (self.cssclasses[weekday], day)
            def formatweek(self, theweek):
                return '<tr>%s</tr>' % ''.join(self.formatday(d, wd) for d, wd in theweek)
            def formatweekday(self, day):
                return '<th class="%s">%s</th>' % (self.cssclasses_weekday_head[day], day_abbr[day])
            def formatweekheader(self):
                return '<tr>%s</tr>' % ''.join(self.formatweekday(i) for i in self.iterweekdays())
            def formatmonthname(self, theyear, themonth, withyear=True):
                name = '%s %s' % (month_name[themonth], theyear) if withyear else '%s' % month_name[themonth]
                return '<tr><th colspan="7" class="%s">%s</th></tr>' % (self.cssclass_month_head, name)
            def formatmonth(self, theyear, themonth, withyear=True):
                parts = ['<table border="0" cellpadding="0" cellspacing="0" class="%s">' % self.cssclass_month,
                         self.formatmonthname(theyear, themonth, withyear=withyear), self.formatweekheader()]
                parts += [self.formatweek(week) for week in self.monthdays2calendar(theyear, themonth)]
                return '\n'.join(parts + ['</table>', ''])
            def formatyear(self, theyear, width=3):
                width = max(width, 1)
                out = ['<table border="0" cellpadding="0" cellspacing="0" class="%s">' % self.cssclass_year, '\n',
                       '<tr><th colspan="%d" class="%s">%s</th></tr>' % (width, self.cssclass_year_head, theyear)]
                for i in range(1, 13, width):
                    out.append('<tr>')
                    for m in range(i, min(i + width, 13)):
                        out += ['<td>', self.formatmonth(theyear, m, withyear=False), '</td>']
                    out.append('</tr>')
                return ''.join(out + ['</table>'])
        _c = TextCalendar()
        firstweekday = _c.getfirstweekday
        def setfirstweekday(firstweekday):
            if not 0 <= firstweekday <= 6:
                raise IllegalWeekdayError(firstweekday)
            _c.firstweekday = firstweekday
        month, weekheader, prweek, week = _c.formatmonth, _c.formatweekheader, _c.prweek, _c.formatweek
        prmonth, calendar, prcal, monthcalendar = _c.prmonth, _c.formatyear, _c.pryear, _c.monthdayscalendar
        """#)
}
