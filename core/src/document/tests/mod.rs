mod decode;
mod patch;
mod read;
