//! What papers and letters quote of an act.

use super::notices::AskedItem;
use crate::{
    dossiers::{
        applying::{After, Brought},
        at_hand::AtHand,
    },
    kernel::money::Money,
    workflow::ReturnMethod,
};

/// The dossier before the act, after it, and what the act brought.
pub struct Voice<'a, 'b> {
    pub hand: &'a AtHand<'b>,
    pub after: &'a After,
    pub brought: &'a Brought,
}

impl Voice<'_, '_> {
    pub fn reason(&self) -> String {
        self.after.note.reason.clone().unwrap_or_default()
    }

    pub fn asked(&self) -> Vec<AskedItem> {
        self.brought.items.iter().map(|item| AskedItem { name: item.label.clone(), what: item.remark.clone() }).collect()
    }

    pub fn return_method(&self) -> ReturnMethod {
        let submitted = self.brought.facts.as_ref().and_then(|facts| facts.return_method);
        submitted.or(self.hand.row.return_method).unwrap_or(ReturnMethod::InPerson)
    }

    pub fn fee(&self) -> Money {
        Money::dong(self.brought.facts.as_ref().map_or(self.hand.row.fee, |facts| facts.fee))
    }
}
