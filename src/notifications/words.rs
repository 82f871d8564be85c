//! Times in words, as people read them in a letter.

use chrono::{Datelike, Timelike, Weekday};

use crate::kernel::{
    clock::{Instant, local},
    lang::Lang,
};

/// `thứ Tư, 25/11/2026`; `Wednesday, 25/11/2026`.
pub fn day_in_words(lang: Lang, at: Instant) -> String {
    let at = local(at);
    format!("{}, {:02}/{:02}/{}", weekday(lang, at.weekday()), at.day(), at.month(), at.year())
}

/// `14:32, thứ Tư, 25/11/2026`.
pub fn moment_in_words(lang: Lang, at: Instant) -> String {
    let time = local(at);
    format!("{:02}:{:02}, {}", time.hour(), time.minute(), day_in_words(lang, at))
}

const fn weekday(lang: Lang, day: Weekday) -> &'static str {
    match (lang, day) {
        (Lang::Vi, Weekday::Mon) => "thứ Hai",
        (Lang::Vi, Weekday::Tue) => "thứ Ba",
        (Lang::Vi, Weekday::Wed) => "thứ Tư",
        (Lang::Vi, Weekday::Thu) => "thứ Năm",
        (Lang::Vi, Weekday::Fri) => "thứ Sáu",
        (Lang::Vi, Weekday::Sat) => "thứ Bảy",
        (Lang::Vi, Weekday::Sun) => "Chủ nhật",
        (Lang::En, Weekday::Mon) => "Monday",
        (Lang::En, Weekday::Tue) => "Tuesday",
        (Lang::En, Weekday::Wed) => "Wednesday",
        (Lang::En, Weekday::Thu) => "Thursday",
        (Lang::En, Weekday::Fri) => "Friday",
        (Lang::En, Weekday::Sat) => "Saturday",
        (Lang::En, Weekday::Sun) => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::{Lang, moment_in_words};

    #[test]
    fn a_time_is_told_as_in_viet_nam() {
        let at = "2026-11-25T01:05:00Z".parse().expect("an instant");
        assert_eq!(moment_in_words(Lang::Vi, at), "08:05, thứ Tư, 25/11/2026");
    }
}
