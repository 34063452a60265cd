group-clouds = マネージドクラスター
