//! The languages of the portal. Vietnamese is the language of record; English is a courtesy.

crate::text_enum!(Lang { Vi = "vi", En = "en" });

impl Lang {
    pub const DEFAULT: Self = Self::Vi;
}
