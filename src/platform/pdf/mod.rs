//! Papers drawn by typst in this process.
