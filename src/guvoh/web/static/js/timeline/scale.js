/** Days as whole numbers, the axis between two of them, and where its ticks stand. */

const DAY = 86_400_000;
const MONTH = 30.44;

/**
 * @param {string} iso year-month-day
 * @returns {number} days since 1970-01-01
 */
export function dayOf(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // Date.UTC would read the year 24 as 1924
  return Math.round(date.getTime() / DAY);
}

/**
 * @param {number} day
 * @returns {Date}
 */
export function dateOf(day) {
  return new Date(day * DAY);
}

/** @typedef {{from: number, to: number, left: number, right: number}} Axis days and where they fall */

/**
 * @param {Axis} axis
 * @param {number} day
 * @returns {number} where the day begins, held within a little beyond the axis
 */
export function at(axis, day) {
  const part = (day - axis.from) / Math.max(1, axis.to - axis.from);
  return axis.left + Math.min(1.5, Math.max(-0.5, part)) * (axis.right - axis.left);
}

/**
 * @param {Axis} axis
 * @param {number} x
 * @returns {number} the day at a place on the axis
 */
export function dayAt(axis, x) {
  return axis.from + ((x - axis.left) / Math.max(1, axis.right - axis.left)) * (axis.to - axis.from);
}

/**
 * @param {Axis} axis
 * @param {string} language
 * @param {number} room pixels that a tick's words need
 * @returns {{day: number, words: string, major: boolean}[]} days, months or years, whichever divides the axis well
 */
export function ticks(axis, language, room = 90) {
  const most = Math.max(2, Math.floor((axis.right - axis.left) / room));
  const days = axis.to - axis.from;
  return days / MONTH >= most * 0.5 ? monthTicks(axis, language, most) : dayTicks(axis, language, most);
}

/**
 * @param {Axis} axis
 * @param {string} language
 * @param {number} most
 */
function monthTicks(axis, language, most) {
  const months = (axis.to - axis.from) / MONTH;
  const steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000];
  const step = steps.find((s) => months / s <= most) ?? 12000;
  const format = new Intl.DateTimeFormat(language, { month: "short", year: "numeric", timeZone: "UTC" });
  const year = new Intl.DateTimeFormat(language, { year: "numeric", timeZone: "UTC" });
  const found = [];
  const first = dateOf(axis.from);
  let count = Math.floor((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step) * step;
  for (; found.length <= most + 2; count += step) {
    const date = new Date(0);
    date.setUTCFullYear(Math.floor(count / 12), count % 12, 1);
    const day = Math.round(date.getTime() / DAY);
    if (day > axis.to) break;
    const major = count % 12 === 0;
    if (day >= axis.from) found.push({ day, words: (step >= 12 ? year : format).format(date), major });
  }
  return found;
}

/**
 * @param {Axis} axis
 * @param {string} language
 * @param {number} most
 */
function dayTicks(axis, language, most) {
  const step = [1, 2, 7, 14, 28].find((s) => (axis.to - axis.from) / s <= most) ?? 28;
  const format = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const found = [];
  const monday = Math.ceil((axis.from - 4) / step) * step + 4; // day 4 was a Monday
  for (let day = monday; day <= axis.to; day += step) {
    if (day >= axis.from) found.push({ day, words: format.format(dateOf(day)), major: dateOf(day).getUTCDate() === 1 });
  }
  return found;
}
