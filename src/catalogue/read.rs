//! From files to definitions.

use crate::{
    forms::{Files, Library, NotAForm},
    platform::config::{ConfigFolder, ConfigFolderError},
};

use super::ServiceDefinition;

/// All files a service can be made of, by their names below `config/`.
pub fn read_files(folder: &ConfigFolder) -> Result<Files, ConfigFolderError> {
    let mut files = Files::new();
    for shelf in ["services", "lists"] {
        for name in folder.list(shelf)? {
            let text = folder.read(&name)?;
            files.insert(name, text);
        }
    }
    Ok(files)
}

/// Every service of the files, by slug. The first fault ends the reading; `check` tells more.
pub fn read_services(files: &Files) -> Result<Vec<ServiceDefinition>, NotAForm> {
    let library = Library::read(files)?;
    slugs(files).into_iter().map(|slug| read_service(files, &library, slug)).collect()
}

/// JSON Schema of a service's answers; `None` for an unknown slug.
pub fn schema_of(slug: &str, files: &Files, world: &crate::forms::World) -> Result<Option<serde_json::Value>, NotAForm> {
    let Some(definition) = read_services(files)?.into_iter().find(|definition| definition.slug == slug) else { return Ok(None) };
    let form = crate::forms::Form::new(definition.form, world.clone());
    Ok(Some(form.json_schema(&definition.name.vi)))
}

pub(super) fn slugs(files: &Files) -> Vec<&str> {
    files.keys().filter_map(|name| name.strip_prefix("services/")?.strip_suffix("/service.toml")).collect()
}

pub(super) fn read_service(files: &Files, library: &Library, slug: &str) -> Result<ServiceDefinition, NotAForm> {
    let file = format!("services/{slug}/service.toml");
    let fault = |reason: String| NotAForm { file: file.clone(), reason };
    let text = files.get(&file).ok_or_else(|| fault("this file is missing".to_owned()))?;
    let mut definition: ServiceDefinition = toml::from_str(text).map_err(|error| fault(error.to_string()))?;
    if !definition.slug.is_empty() || !definition.form.pages.is_empty() {
        return Err(fault("`slug` is the folder's name and `form` stands in form/*.toml; take them out".to_owned()));
    }
    let pages: Vec<(String, String)> =
        definition.pages.iter().map(|page| (page.clone(), format!("services/{slug}/form/{page}.toml"))).collect();
    definition.form = library.assemble(&pages, files)?;
    slug.clone_into(&mut definition.slug);
    Ok(definition)
}
