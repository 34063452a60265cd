//! START: start-up checks of components that no rule of another family explains.

super::rules! {
    start001_component_refuses,
}
