package io.jenkins.plugins.mlci.logscan.line;

/** Days of the Gregorian calendar, without an object. */
final class Calendar {
    private Calendar() {}

    /**
     * Days since 1970-01-01, after Howard Hinnant's {@code days_from_civil}. A day that the month does not have, such as 31 April, counts
     * on into the next month.
     */
    static long epochDay(int year, int month, int day) {
        long y = month <= 2 ? year - 1L : year;
        long era = Math.floorDiv(y, 400);
        long yearOfEra = y - era * 400;
        long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097 + dayOfEra - 719_468;
    }
}
