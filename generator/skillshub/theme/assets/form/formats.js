// @ts-check
// Each format that the schemas name, as a question with the answer yes or no: the same answers as formats.py gives.

import { faultIn, faultInEmail } from "./weblinks.js";

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const MONTH_OR_YEAR = /^(\d{4})(-(0[1-9]|1[0-2]))?$/;

/** @param {number} year @param {number} month from 1 */
export const daysIn = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** @param {string} year @param {any} lists */
const isYear = (year, lists) => Number(year) >= lists.years[0] && Number(year) <= lists.years[1];

/** A day that exists. @param {string} text @param {any} lists */
function isDate(text, lists) {
  const found = DAY.exec(text);
  if (!found || !isYear(found[1], lists)) return false;
  const [year, month, day] = found.slice(1).map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** A day, a day with a local time, or only a month or a year. @param {string} text @param {any} lists */
function isMoment(text, lists) {
  const bare = MONTH_OR_YEAR.exec(text);
  if (bare) return isYear(bare[1], lists);
  const [day, ...clock] = text.split("T");
  return isDate(day, lists) && (!clock.length || CLOCK.test(clock.join("T")));
}

/** @type {Record<string, (text: string, lists: any) => boolean>} */
const FORMATS = {
  date: isDate,
  moment: isMoment,
  timezone: (text, lists) => lists.timezones.includes(text),
  "web-address": (text) => faultIn(text) === null,
  email: (text) => faultInEmail(text) === null,
  currency: (text, lists) => lists.currencies.includes(text),
  "isced-f": (text, lists) => lists.educationFields.includes(text),
};
export const KNOWN_FORMATS = Object.keys(FORMATS);

/** @param {string} format @param {string} text @param {any} lists */
export const holds = (format, text, lists) => FORMATS[format](text, lists);
