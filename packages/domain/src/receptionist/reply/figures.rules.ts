/** How money, spans of time, days and clock times are written in a text, in the tenant's zone. */
export interface LocalMoment {
  /** "Fri Mar 13" */
  readonly day: string;
  /** "Friday" */
  readonly weekday: string;
  /** "12:30 PM" */
  readonly time: string;
  readonly isoDay: string;
}

type Language = 'en' | 'es';

const shortWeekdays = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  es: ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom'],
} as const;
const weekdays = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
} as const;
const months = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  es: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
} as const;

export function localMoment(at: Temporal.Instant, timeZone: string, language: Language): LocalMoment {
  const local = at.toZonedDateTimeISO(timeZone);
  const isoDay = local.toPlainDate().toString();
  return {
    day: dayText(isoDay, language),
    weekday: weekdayText(local.dayOfWeek, language),
    time: timeText(local.hour * 60 + local.minute),
    isoDay,
  };
}

/** "Fri Mar 13"; a day of another year than `thisYear` says it. */
export function dayText(isoDay: string, language: Language, thisYear?: number): string {
  const day = Temporal.PlainDate.from(isoDay);
  const name = shortWeekdays[language][day.dayOfWeek - 1] ?? '';
  const month = months[language][day.month - 1] ?? '';
  const year = thisYear !== undefined && day.year !== thisYear ? ` ${day.year}` : '';
  return language === 'es' ? `${name} ${day.day} ${month}${year}` : `${name} ${month} ${day.day}${year}`;
}

function weekdayText(weekday: number, language: Language): string {
  return weekdays[language][weekday - 1] ?? '';
}

export function shortWeekdayText(weekday: number, language: Language): string {
  return shortWeekdays[language][weekday - 1] ?? '';
}

/** "8:00 AM", from minutes after midnight. */
export function timeText(minute: number): string {
  const hour = Math.floor(minute / 60) % 24;
  const minutes = String(minute % 60).padStart(2, '0');
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minutes} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** "$89", "$89.50"; another currency than the dollar by its code. */
export function moneyText(cents: number, currency: string): string {
  const whole = Math.floor(cents / 100);
  const digits = String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
  const amount = cents % 100 === 0 ? digits : `${digits}.${String(cents % 100).padStart(2, '0')}`;
  return currency === 'USD' ? `$${amount}` : `${amount} ${currency}`;
}

/** "an hour", "90 minutes", "4 hours": the row's own minutes. */
export function durationText(minutes: number, language: Language): string {
  const isSpanish = language === 'es';
  if (minutes === 60) return isSpanish ? 'una hora' : 'an hour';
  if (minutes < 120) return isSpanish ? `${minutes} minutos` : `${minutes} minutes`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const unit = isSpanish ? 'horas' : 'hours';
  if (rest === 0) return `${hours} ${unit}`;
  if (rest === 30) return isSpanish ? `${hours} horas y media` : `${hours}.5 hours`;
  return isSpanish ? `${hours} horas ${rest} minutos` : `${hours} hours ${rest} minutes`;
}
