//! Puts an edition on disk.
