//VTK::System::Dec
//SYN::include common/view
//SYN::include common/state
//SYN::include common/place
//SYN::include lesion/patch

const float kBeforeMm = 0.6;  // towards the eye, so that its curve does not cut it

void main() { gl_Position = patchDC(false, kBeforeMm); }
