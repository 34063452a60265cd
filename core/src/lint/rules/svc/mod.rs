//! SVC: Service policy, families, headless and ExternalName Services, immutability.

super::rules! {}
