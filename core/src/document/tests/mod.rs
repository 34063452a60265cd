mod decode;
mod read;
