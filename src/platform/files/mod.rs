//! Where the bytes of files lie: a local folder or an S3 store.
