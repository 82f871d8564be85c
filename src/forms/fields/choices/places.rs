//! A province, and a commune of the province chosen before it.
//!
//! The answers are codes; names are understood too, former ones as well, so that a page without
//! scripts and a helper at the counter can type what stands on old papers.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::super::{Asked, Scene};
use crate::forms::{
    Beginning, How, Setting,
    faults::Fault,
    page_view::{FieldView, OptionView},
    typed::Typed,
};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProvinceField {}

impl Asked for ProvinceField {
    fn parse(&self, typed: &Typed, scene: &Scene<'_>) -> Result<Value, Fault> {
        let found = scene.world.places.find_province(typed.get(""));
        found.map(|province| json!(province.code)).ok_or_else(|| Fault::new("form-province"))
    }

    fn show(&self, value: &Value, scene: &Scene<'_>) -> String {
        let code = value.as_str().unwrap_or_default();
        scene.world.places.province(code).map_or(code, |province| &province.name).to_owned()
    }

    fn missing(&self) -> Fault {
        Fault::new("form-province")
    }

    fn schema(&self) -> Value {
        json!({ "type": "string", "pattern": "^[0-9]{2}$" })
    }

    fn dress(&self, view: &mut FieldView, typed: &Typed, scene: &Scene<'_>) {
        let chosen = scene.world.places.find_province(typed.get("")).map(|province| province.code.as_str());
        let provinces = scene.world.places.provinces().iter();
        view.options = provinces.map(|p| option(&p.code, &p.name, chosen == Some(&p.code))).collect();
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommuneField {
    /// Key of the question for its province.
    pub province: String,
}

impl CommuneField {
    fn province<'a>(&self, scene: &Scene<'a>) -> Option<&'a str> {
        (scene.seen)(&self.province).and_then(Value::as_str)
    }
}

impl Asked for CommuneField {
    fn settings() -> &'static [Setting] {
        const OWN: &[Setting] = &[Setting::needed("province", How::Question)];
        OWN
    }

    fn beginnings() -> &'static [Beginning] {
        &[(&["province"], "\"\"")]
    }

    fn parse(&self, typed: &Typed, scene: &Scene<'_>) -> Result<Value, Fault> {
        let province = self.province(scene).ok_or_else(|| Fault::new("form-province-first"))?;
        let found = scene.world.places.find_commune(province, typed.get(""));
        found.map(|commune| json!(commune.code)).ok_or_else(|| {
            let name = scene.world.places.province(province).map_or(province, |p| &p.name);
            Fault::new("form-commune-of").with("province", name)
        })
    }

    fn show(&self, value: &Value, scene: &Scene<'_>) -> String {
        let code = value.as_str().unwrap_or_default();
        scene.world.places.commune(code).map_or(code, |commune| &commune.name).to_owned()
    }

    fn missing(&self) -> Fault {
        Fault::new("form-commune")
    }

    fn schema(&self) -> Value {
        json!({ "type": "string", "pattern": "^[0-9]{5}$" })
    }

    fn dress(&self, view: &mut FieldView, typed: &Typed, scene: &Scene<'_>) {
        view.depends_on.clone_from(&self.province);
        let Some(province) = self.province(scene) else { return };
        let chosen = scene.world.places.find_commune(province, typed.get("")).map(|commune| commune.code.as_str());
        let communes = scene.world.places.communes_of(province).iter();
        view.options = communes.map(|c| option(&c.code, &c.name, chosen == Some(&c.code))).collect();
    }

    fn faults(&self, kind_of: &dyn Fn(&str) -> Option<&'static str>) -> Vec<String> {
        if kind_of(&self.province) == Some("province") {
            Vec::new()
        } else {
            vec![format!("`{}` is no earlier province of this form", self.province)]
        }
    }

    fn looks_at(&self) -> Vec<&str> {
        vec![&self.province]
    }
}

fn option(code: &str, name: &str, chosen: bool) -> OptionView {
    OptionView { value: code.to_owned(), label: name.to_owned(), hint: String::new(), chosen, id: String::new() }
}
