mod decode;
mod patch;
mod properties;
mod read;
mod write;
