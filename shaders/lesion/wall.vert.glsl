//VTK::System::Dec
//SYN::include common/view
//SYN::include common/state
//SYN::include common/place
//SYN::include lesion/patch

const float kBeforeMm = 1.5;  // towards the eye, so that folds do not cut it

void main() { gl_Position = patchDC(true, kBeforeMm); }
