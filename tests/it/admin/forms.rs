//! A form as a browser would send it back untouched.

use scraper::{ElementRef, Html, Selector};

use crate::support::Answer;

/// Names and values of the first form with this action.
pub fn as_shown(answer: &Answer, action: &str) -> Vec<(String, String)> {
    let page = Html::parse_document(&answer.text());
    let form = Selector::parse(&format!("form[action='{action}']")).expect("a selector");
    let form = page.select(&form).next().unwrap_or_else(|| panic!("no form for {action}: {}", answer.main_text()));
    let boxes = Selector::parse("input, textarea, select").expect("a selector");
    form.select(&boxes).filter_map(value).filter(|(name, _)| name != "csrf").collect()
}

fn value(element: ElementRef<'_>) -> Option<(String, String)> {
    let name = element.attr("name")?.to_owned();
    match element.value().name() {
        "textarea" => Some((name, element.text().collect())),
        "select" => {
            let options = Selector::parse("option").expect("a selector");
            let chosen =
                element.select(&options).find(|option| option.attr("selected").is_some()).or_else(|| element.select(&options).next());
            Some((name, chosen?.attr("value")?.to_owned()))
        }
        _ => match element.attr("type") {
            Some("checkbox" | "radio") if element.attr("checked").is_none() => None,
            _ => Some((name, element.attr("value").unwrap_or_default().to_owned())),
        },
    }
}

/// The same with another value of one box.
pub fn with(mut pairs: Vec<(String, String)>, name: &str, value: &str) -> Vec<(String, String)> {
    pairs.retain(|(known, _)| known != name);
    pairs.push((name.to_owned(), value.to_owned()));
    pairs
}

pub fn borrowed(pairs: &[(String, String)]) -> Vec<(&str, &str)> {
    pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}
