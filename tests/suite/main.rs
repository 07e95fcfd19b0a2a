//! The whole tool from outside: small sites, and what becomes of them.

// Tests make sites on disk, which is what the library's rooms are kept from.
#![expect(
    clippy::disallowed_methods,
    reason = "tests write sites and read what was made of them"
)]

mod addresses;
mod build;
mod generated;
mod leaks;
mod print;
mod site;
mod small;
mod stories;
mod tidy;
