//! START: refusals of components and tools that no rule of another family explains.

super::rules! {
    start001_component_refuses,
    start002_tool_refuses,
}
